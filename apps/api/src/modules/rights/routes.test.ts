import type { Actor } from '@market/domain'
import { makeActor, makeListing } from '@market/services/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApi, type TestApi } from '../../testing/create-test-api.ts'

let api: TestApi
let editor: Actor & { organizationId: string }
let stranger: Actor
beforeAll(async () => {
  api = await createTestApi()
  editor = await makeActor(api.db, 'university', ['editor'])
  stranger = await makeActor(api.db, 'company', ['editor'])
})
afterAll(() => api.close())

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'
const call = async (actor: Actor | null, method: Method, url: string, payload?: object) =>
  api.app.inject({
    method,
    url,
    headers: actor ? await api.bearer(actor) : {},
    ...(payload ? { payload } : {}),
  })

const right = (number: string, changes = {}) => ({
  kind: 'invention_patent',
  number,
  title: '吸附材料',
  owners: [
    { name: '邕州大学', share: '1/3' },
    { name: '共有研究所', share: '2/3' },
  ],
  filedOn: '2023-01-03',
  grantedOn: '2024-05-07',
  ...changes,
})

describe('the right routes', () => {
  it('record a right, its history and a portfolio of it', async () => {
    const made = await call(editor, 'POST', '/api/rights', right('ZL 202310000001.5'))
    expect(made.statusCode).toBe(201)
    const { id } = made.json()
    expect(made.json()).toMatchObject({
      number: '202310000001.5',
      expiresOn: '2043-01-02',
      owners: [{ share: '1/3' }, { share: '2/3' }],
      actions: ['right.edit', 'right.record_event'],
    })
    const event = {
      kind: 'fee_paid',
      occurredOn: '2026-01-02',
      source: 'fee_receipt',
      checkedOn: '2026-01-05',
    }
    const url = `/api/rights/${id}/events`
    expect((await call(editor, 'POST', url, event)).statusCode).toBe(422)
    const entered = await call(editor, 'POST', url, { ...event, patentYear: 4 })
    expect(entered.json()).toMatchObject({ nextFee: { patentYear: 5, dueOn: '2027-01-03', recorded: true } })
    const found = await call(editor, 'GET', `/api/rights?q=${encodeURIComponent('２０２３１０００００01')}`)
    expect(found.json().items).toMatchObject([{ id }])
    const group = await call(editor, 'POST', '/api/portfolios', { nameZh: '组合', rightIds: [id] })
    expect(group.json()).toMatchObject({ rightCount: 1, editable: true })
    const offered = await call(editor, 'POST', `/api/portfolios/${group.json().id}/listing`)
    expect(offered.json()).toMatchObject({ state: 'draft', rights: [{ id }] })
    expect((await call(editor, 'DELETE', `/api/portfolios/${group.json().id}`)).statusCode).toBe(204)
  })

  it('list the rights that are named, of one’s own', async () => {
    const ids = await Promise.all(
      ['配方', '工艺'].map(async (title) => {
        const owners = [{ name: '邕州大学' }]
        const made = await call(editor, 'POST', '/api/rights', { kind: 'know_how', title, owners })
        return made.json().id as string
      }),
    )
    const named = `/api/rights?${ids.map((id) => `id=${id}`).join('&')}`
    const idsIn = async (actor: Actor, url: string) =>
      (await call(actor, 'GET', url)).json().items.map(({ id }: { id: string }) => id)
    expect((await idsIn(editor, named)).toSorted()).toEqual(ids.toSorted())
    expect(await idsIn(editor, `/api/rights?id=${ids[1]}`)).toEqual([ids[1]])
    expect(await idsIn(stranger, named)).toEqual([])
    expect((await call(editor, 'GET', '/api/rights?id=none')).statusCode).toBe(422)
  })

  it('say which shares are wrong, and hide a right from everybody else', async () => {
    const uneven = right('202310000002.X', { owners: [{ name: '甲', share: '50%' }] })
    const answer = await call(editor, 'POST', '/api/rights', uneven)
    expect(answer.json().details.problems).toEqual([{ path: 'owners', code: 'right.shares_not_whole' }])
    const { id } = (await call(editor, 'POST', '/api/rights', right('202310000002.X'))).json()
    expect((await call(stranger, 'GET', `/api/rights/${id}`)).json().code).toBe('right.not_found')
    expect((await call(null, 'GET', `/api/rights/${id}`)).statusCode).toBe(401)
    expect((await call(stranger, 'PUT', `/api/rights/${id}`, right('202310000002.X'))).statusCode).toBe(404)
  })

  it('show the public how the rights of a published listing stand, and nothing of a draft', async () => {
    const rights = [{ kind: 'invention_patent' as const, filedOn: '2020-01-06' }]
    const published = await makeListing(api.db, editor, { rights })
    const open = await call(null, 'GET', `/api/listings/${published}/encumbrances`)
    expect(open.json().frozen).toBeNull()
    expect(open.json().rights[0].lines[0]).toMatchObject({ topic: 'status', finding: 'unknown' })
    const draft = await makeListing(api.db, editor, { state: 'draft', rights })
    expect((await call(null, 'GET', `/api/listings/${draft}/encumbrances`)).statusCode).toBe(404)
  })
})
