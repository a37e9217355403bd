import { Contract, ContractText } from '@market/contracts/contracts'
import type { Actor } from '@market/domain'
import { makeActor, makeContract, makeDeal } from '@market/services/testing'
import { extractText } from 'unpdf'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestApi, type TestApi } from '../../testing/create-test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

const call = async (actor: Actor, method: 'GET' | 'POST', url: string, payload?: object) =>
  api.app.inject({ method, url, headers: await api.bearer(actor), ...(payload ? { payload } : {}) })

const pagesOf = async (bytes: Buffer): Promise<string[]> =>
  (await extractText(Uint8Array.from(bytes))).text.map((page) => page.replaceAll(/\s/g, ''))

it('take a text from the terms to the signed document with its evidence', async () => {
  const deal = await makeDeal(api.db)
  const { id } = await makeContract(api.db, deal)
  const url = `/api/contracts/${id}`
  const none = await call(deal.seller, 'GET', `${url}/text`)
  expect(ContractText.parse(none.json())).toMatchObject({ version: null, versions: [], agreed: false })
  expect((await call(deal.seller, 'GET', `${url}/text.pdf`)).statusCode).toBe(404)

  const written = await call(deal.seller, 'POST', `${url}/text/generate`, { base: null })
  const { versions } = ContractText.parse(written.json())
  const sha256 = versions[0]?.sha256 ?? ''
  const draft = await call(deal.buyer, 'GET', `${url}/text.pdf`)
  expect((await pagesOf(draft.rawPayload)).join('')).toContain('草稿')

  const early = await call(deal.seller, 'POST', `${url}/sign-text`, { sha256 })
  expect(early.json()).toMatchObject({ status: 409, code: 'contract.wrong_state' })
  expect((await call(deal.seller, 'GET', `${url}/signed.pdf`)).json().code).toBe('contract.not_signed')
  const accepted = await call(deal.buyer, 'POST', `${url}/text/accept`, { sha256 })
  expect(ContractText.parse(accepted.json()).agreed).toBe(true)
  await call(deal.seller, 'POST', `${url}/ready`, { revision: 1 })

  const turn = await call(deal.buyer, 'POST', `${url}/sign-text`, { sha256 })
  expect(turn.json()).toMatchObject({ status: 412, code: 'contract.not_your_turn' })
  const first = await call(deal.seller, 'POST', `${url}/sign-text`, { sha256 })
  expect(Contract.parse(first.json())).toMatchObject({ state: 'ready' })
  const second = await call(deal.buyer, 'POST', `${url}/sign-text`, { sha256 })
  const signed = Contract.parse(second.json())
  expect(signed).toMatchObject({ state: 'signed', signing: { text: { sha256 } } })
  expect(signed.signatures.map(({ method }) => method)).toEqual(['electronic', 'electronic'])

  const file = await call(deal.buyer, 'GET', `/api/files/${signed.signatures[0]?.fileId}`)
  const text = await pagesOf(file.rawPayload)
  const whole = await pagesOf((await call(deal.buyer, 'GET', `${url}/signed.pdf`)).rawPayload)
  const evidence = whole.slice(text.length).join('')
  for (const [at, page] of text.entries()) {
    const hash = /SHA-256([0-9a-f]{64})/.exec(page)?.[1] ?? 'none'
    expect(evidence).toContain(hash)
    // The pages of the signed document are those that were signed.
    expect(whole[at]).toContain(hash)
  }
  expect(evidence).toContain(signed.signatures[0]?.sha256)
  expect(evidence).toContain(sha256)
  const stranger = await makeActor(api.db, 'company', ['signatory'])
  expect((await call(stranger, 'GET', `${url}/signed.pdf`)).statusCode).toBe(404)
}, 60_000)
