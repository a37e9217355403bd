import { Contract, ContractPage } from '@market/contracts/contracts'
import type { Actor } from '@market/domain'
import { makeActor, makeContract, makeDeal, makeFile, makeMember } from '@market/services/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApi, type TestApi } from '../../testing/create-test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

const call = async (actor: Actor | null, method: 'GET' | 'POST' | 'PATCH', url: string, payload?: object) =>
  api.app.inject({
    method,
    url,
    headers: actor ? await api.bearer(actor) : {},
    ...(payload ? { payload } : {}),
  })

describe('the contract routes', () => {
  it('take a draft to the signed contract the agency sees', async () => {
    const deal = await makeDeal(api.db)
    const { id } = await makeContract(api.db, deal)
    const url = `/api/contracts/${id}`
    const edited = await call(deal.buyer, 'PATCH', url, { revision: 1, technologyAmountFen: 18_000_000 })
    expect(Contract.parse(edited.json())).toMatchObject({ revision: 2, technologyAmountFen: 18_000_000 })
    const ready = await call(deal.seller, 'POST', `${url}/ready`, { revision: 2 })
    expect(ready.json().state).toBe('ready')
    for (const side of [deal.seller, deal.buyer]) {
      const fileId = await makeFile(api.db, side)
      const attached = await call(side, 'POST', `${url}/files`, { fileId })
      expect(attached.json().signatures).toContainEqual(
        expect.objectContaining({ fileId, confirmedAt: null }),
      )
    }
    const first = await call(deal.buyer, 'POST', `${url}/sign`)
    expect(first.json()).toMatchObject({ state: 'ready', waitingForMe: false })
    const signed = await call(deal.seller, 'POST', `${url}/sign`)
    expect(Contract.parse(signed.json())).toMatchObject({
      state: 'signed',
      signedOn: '2026-03-02',
      signedAt: '2026-03-02T02:00:00.000Z',
      actions: ['contract.entrust'],
    })
    const agency = await makeActor(api.db, 'agency', ['editor'])
    expect((await call(agency, 'GET', url)).statusCode).toBe(404)
    const { organizationId: agencyId } = agency
    const entrusted = await call(deal.seller, 'POST', `${url}/entrust`, { agencyId })
    expect(entrusted.json().agency).toMatchObject({ id: agencyId, kind: 'agency' })
    expect((await call(agency, 'GET', url)).json()).toMatchObject({ side: 'agency', actions: [] })
    const list = await call(agency, 'GET', '/api/contracts?role=agency')
    expect(ContractPage.parse(list.json()).items.map((item) => item.id)).toEqual([id])
  })

  it('reopen a settled text', async () => {
    const deal = await makeDeal(api.db)
    const { id } = await makeContract(api.db, deal)
    await call(deal.seller, 'POST', `/api/contracts/${id}/ready`, { revision: 1 })
    const reopened = await call(deal.buyer, 'POST', `/api/contracts/${id}/reopen`)
    expect(reopened.json()).toMatchObject({ state: 'draft', waitingForMe: true })
  })

  it('refuse a licence past its patents, naming the day', async () => {
    const rights = [{ kind: 'utility_model', filedOn: '2020-05-11' } as const]
    const deal = await makeDeal(api.db, { rights })
    const { id } = await makeContract(api.db, deal)
    const edit = { revision: 1, endsOn: '2030-05-11' }
    const answer = await call(deal.seller, 'PATCH', `/api/contracts/${id}`, edit)
    expect(answer.statusCode).toBe(422)
    expect(answer.json().details.problems).toEqual([
      { path: 'endsOn', code: 'contract.licence_beyond_patent', params: { expiresOn: '2030-05-10' } },
    ])
    const malformed = await call(deal.seller, 'PATCH', `/api/contracts/${id}`, {
      revision: 1,
      signedOn: '2026-02-30',
    })
    expect(malformed.json().details.problems).toMatchObject([{ path: 'signedOn', code: 'date.invalid' }])
  })

  it('answer 409 to an older revision, different files and a draft that is signed', async () => {
    const deal = await makeDeal(api.db)
    const { id } = await makeContract(api.db, deal)
    const url = `/api/contracts/${id}`
    const early = await call(deal.seller, 'POST', `${url}/sign`)
    expect([early.statusCode, early.json().code]).toEqual([409, 'contract.wrong_state'])
    const older = await call(deal.seller, 'PATCH', url, { revision: 7, title: '改' })
    expect([older.statusCode, older.json().code]).toEqual([409, 'contract.changed_meanwhile'])
    await call(deal.seller, 'POST', `${url}/ready`, { revision: 1 })
    const alone = await call(deal.seller, 'POST', `${url}/sign`)
    expect([alone.statusCode, alone.json().code]).toEqual([412, 'contract.files_missing'])
    for (const side of [deal.seller, deal.buyer]) {
      const fileId = await makeFile(api.db, side, { content: side.organizationId })
      await call(side, 'POST', `${url}/files`, { fileId })
    }
    const differing = await call(deal.seller, 'POST', `${url}/sign`)
    expect([differing.statusCode, differing.json().code]).toEqual([409, 'contract.files_differ'])
  })

  it('answer 401 without a session, 404 to others and 403 to the wrong role', async () => {
    const deal = await makeDeal(api.db)
    const { id } = await makeContract(api.db, deal)
    const stranger = await makeActor(api.db, 'company')
    const viewer = await makeMember(api.db, deal.seller.organizationId, ['viewer'])
    const url = `/api/contracts/${id}`
    const writes: ['POST' | 'PATCH', string, object?][] = [
      ['PATCH', url, { revision: 1 }],
      ['POST', `${url}/ready`, { revision: 1 }],
      ['POST', `${url}/reopen`],
      ['POST', `${url}/sign`],
      ['POST', `${url}/files`, { fileId: id }],
      ['POST', `${url}/entrust`, { agencyId: id }],
    ]
    for (const [method, path, body] of writes) {
      const nobody = await call(null, method, path, body)
      expect([nobody.statusCode, nobody.json().code]).toEqual([401, 'session.required'])
      const other = await call(stranger, method, path, body)
      expect([other.statusCode, other.json().code]).toEqual([404, 'contract.not_found'])
      const unfit = await call(viewer, method, path, body)
      expect([unfit.statusCode, unfit.json().code]).toEqual([403, 'policy.forbidden'])
    }
    expect((await call(stranger, 'GET', url)).statusCode).toBe(404)
    expect((await call(null, 'GET', '/api/contracts')).statusCode).toBe(401)
    expect((await call(viewer, 'GET', url)).json()).toMatchObject({ side: 'seller', actions: [] })
  })
})
