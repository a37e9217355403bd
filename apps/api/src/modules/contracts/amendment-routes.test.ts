import { ContractAmendments } from '@market/contracts/contracts'
import type { Actor } from '@market/domain'
import { makeActor, makeDeal, makeSignedContract } from '@market/services/testing'
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

const wordsOf = async (bytes: Buffer): Promise<string> =>
  (await extractText(Uint8Array.from(bytes))).text.join('').replaceAll(/\s/g, '')

it('take an amendment from the proposal to the signed document with its evidence', async () => {
  const deal = await makeDeal(api.db)
  const contract = await makeSignedContract(api.db, deal)
  const url = `/api/contracts/${contract.id}/amendments`
  const pdf = `${url}/1/amendment.pdf`
  const proposal = {
    title: '提高许可费',
    effectiveOn: contract.effectiveOn,
    contractAmountFen: 26_000_000,
    clauses: [{ change: 'added', article: null, headingZh: '驻场服务', zh: '乙方派驻一名工程师。' }],
  }
  const nothing = await call(deal.seller, 'POST', url, { ...proposal, contractAmountFen: null, clauses: [] })
  expect(nothing.json()).toMatchObject({
    status: 422,
    code: 'amendment.invalid',
    details: { problems: [{ path: 'clauses', code: 'amendment.changes_nothing' }] },
  })
  const proposed = ContractAmendments.parse((await call(deal.seller, 'POST', url, proposal)).json())
  const sha256 = proposed.amendments[0]?.sha256 ?? ''
  expect(proposed.amendments[0]).toMatchObject({
    number: 1,
    before: { contractAmountFen: 20_000_000 },
    after: { contractAmountFen: 26_000_000 },
    clauses: [{ segmentsZh: [{ kind: 'added', text: '乙方派驻一名工程师。' }] }],
    actions: ['contract.sign_amendment', 'contract.withdraw_amendment'],
  })
  expect(await wordsOf((await call(deal.buyer, 'GET', pdf)).rawPayload)).toContain('草稿')
  expect((await call(deal.seller, 'POST', url, proposal)).json().code).toBe('amendment.open_already')
  const early = await call(deal.buyer, 'POST', `${url}/1/sign`, { sha256 })
  expect(early.json()).toMatchObject({ status: 412, code: 'contract.not_your_turn' })
  await call(deal.seller, 'POST', `${url}/1/sign`, { sha256 })
  const signed = await call(deal.buyer, 'POST', `${url}/1/sign`, { sha256 })
  const record = ContractAmendments.parse(signed.json())
  expect(record).toMatchObject({ amended: true, standing: { contractAmountFen: 26_000_000 } })
  const [first] = record.amendments[0]?.signatures ?? []
  const words = await wordsOf((await call(deal.buyer, 'GET', pdf)).rawPayload)
  for (const said of ['补充协议（第1号）', '260,000.00', '签署证据', first?.sha256 ?? 'none', sha256]) {
    expect(words).toContain(said)
  }
  expect((await call(deal.buyer, 'GET', `/api/files/${first?.fileId}`)).statusCode).toBe(200)
  const stranger = await makeActor(api.db, 'company', ['signatory'])
  for (const path of [url, pdf, `/api/files/${first?.fileId}`]) {
    expect((await call(stranger, 'GET', path)).statusCode).toBe(404)
  }
})

it('decline one with the reason, and take one back', async () => {
  const deal = await makeDeal(api.db)
  const contract = await makeSignedContract(api.db, deal)
  const url = `/api/contracts/${contract.id}/amendments`
  const proposal = { title: '延长期限', effectiveOn: contract.effectiveOn, endsOn: '2032-12-31' }
  await call(deal.seller, 'POST', url, proposal)
  const declined = await call(deal.buyer, 'POST', `${url}/1/decline`, { reason: '期限太长' })
  expect(ContractAmendments.parse(declined.json()).amendments[0]).toMatchObject({
    state: 'declined',
    reason: '期限太长',
  })
  await call(deal.buyer, 'POST', url, proposal)
  const withdrawn = await call(deal.buyer, 'POST', `${url}/2/withdraw`)
  expect(ContractAmendments.parse(withdrawn.json()).amendments[1]?.state).toBe('withdrawn')
  expect((await call(deal.seller, 'POST', `${url}/9/withdraw`)).json().code).toBe('amendment.not_found')
})
