import { randomUUID } from 'node:crypto'
import { NotificationPage } from '@market/contracts/notifications'
import {
  FavouritePage,
  MissedTerms,
  SavedSearch,
  SavedSearchList,
  VisitFigures,
} from '@market/contracts/returning'
import type { Actor } from '@market/domain'
import { createSeals } from '@market/services'
import { notify } from '@market/services/notifications'
import { makeActor, makeListing, TEST_SECRET, testContext } from '@market/services/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApi, type TestApi } from '../../testing/create-test-api.ts'

let api: TestApi
let owner: Awaited<ReturnType<typeof makeActor>>
let reader: Awaited<ReturnType<typeof makeActor>>
let listingId: string
beforeAll(async () => {
  api = await createTestApi()
  owner = await makeActor(api.db, 'university', ['editor'])
  reader = await makeActor(api.db, 'company', ['viewer'])
  listingId = await makeListing(api.db, owner)
})
afterAll(() => api.close())

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const call = async (
  actor: Actor | null,
  method: Method,
  url: string,
  { payload, agent = FIREFOX, address }: { payload?: object; agent?: string; address?: string } = {},
) =>
  api.app.inject({
    method,
    url,
    headers: { 'user-agent': agent, ...(actor ? await api.bearer(actor) : {}) },
    ...(payload ? { payload } : {}),
    ...(address ? { remoteAddress: address } : {}),
  })

describe('favourite routes', () => {
  it('keep, note, mark, list and let go', async () => {
    const url = `/api/favourites/${listingId}`
    expect((await call(reader, 'PUT', url)).json()).toEqual({ listingId, note: '' })
    expect((await call(reader, 'PATCH', url, { payload: { note: '问样品' } })).statusCode).toBe(200)
    const page = FavouritePage.parse((await call(reader, 'GET', '/api/favourites')).json())
    const listing = { id: listingId, state: 'published', frozen: false }
    expect(page.items).toMatchObject([{ note: '问样品', listing }])
    const marks = await call(
      reader,
      'GET',
      `/api/favourites/marks?listing=${listingId}&listing=${randomUUID()}`,
    )
    expect(marks.json()).toEqual({ listingIds: [listingId] })
    expect((await call(reader, 'DELETE', url)).statusCode).toBe(204)
    expect((await call(reader, 'DELETE', url)).statusCode).toBe(404)
  })

  it('need a session and a public listing', async () => {
    expect((await call(null, 'PUT', `/api/favourites/${listingId}`)).statusCode).toBe(401)
    const draft = await makeListing(api.db, owner, { state: 'draft' })
    expect((await call(reader, 'PUT', `/api/favourites/${draft}`)).statusCode).toBe(404)
    const long = await call(reader, 'PATCH', `/api/favourites/${listingId}`, {
      payload: { note: 'x'.repeat(1001) },
    })
    expect([long.statusCode, long.json().details.problems[0].path]).toEqual([422, 'note'])
  })
})

describe('saved search routes', () => {
  it('save the search of an address, change it, and forget it', async () => {
    const query = {
      q: '吸附材料',
      kind: ['know_how'],
      region: ['450100'],
      price: ['5-20'],
      priceMin: 6_000_000,
    }
    const created = await call(reader, 'POST', '/api/saved-searches', { payload: { name: '吸附', query } })
    expect(created.statusCode).toBe(201)
    const { id, path, cadence } = SavedSearch.parse(created.json())
    expect(cadence).toBe('daily')
    const shown = new URL(path, 'http://market.test')
    expect(Object.fromEntries(shown.searchParams)).toEqual({
      q: '吸附材料',
      kind: 'know_how',
      region: '450100',
      price: '5-20',
      priceMin: '6000000',
      sort: 'newest',
    })
    expect((await call(null, 'GET', `/api${path}`)).statusCode).toBe(200)
    const edited = await call(reader, 'PATCH', `/api/saved-searches/${id}`, {
      payload: { cadence: 'instant', paused: true },
    })
    expect(edited.json()).toMatchObject({ cadence: 'instant', paused: true })
    const { items } = SavedSearchList.parse((await call(reader, 'GET', '/api/saved-searches')).json())
    expect(items.map((item) => item.id)).toEqual([id])
    expect((await call(owner, 'GET', `/api/saved-searches/${id}`)).statusCode).toBe(404)
    expect((await call(reader, 'DELETE', `/api/saved-searches/${id}`)).statusCode).toBe(204)
    expect((await call(reader, 'GET', `/api/saved-searches/${id}`)).statusCode).toBe(404)
  })

  it('answer each mistake with its field or code', async () => {
    const post = (payload: object, actor: Actor | null = reader) =>
      call(actor, 'POST', '/api/saved-searches', { payload })
    const wrong = await post({ name: '', query: { kind: ['nonsense'] }, cadence: 'hourly' })
    expect(wrong.statusCode).toBe(422)
    expect((await post({ name: '全部', query: {} })).json().code).toBe('saved_search.empty')
    expect((await post({ name: '甲', query: { q: '甲' } }, null)).statusCode).toBe(401)
  })

  it('end mails by the sealed link alone', async () => {
    const created = await call(reader, 'POST', '/api/saved-searches', {
      payload: { name: '退订', query: { q: '退订' }, byMail: true },
    })
    const token = createSeals(TEST_SECRET).seal('saved-search', created.json().id)
    const look = `/api/saved-searches/unsubscription?token=${encodeURIComponent(token)}`
    expect((await call(null, 'GET', look)).json()).toEqual({ search: { name: '退订', byMail: true } })
    const end = (sealed: string) =>
      call(null, 'POST', '/api/saved-searches/unsubscribe', { payload: { token: sealed } })
    expect((await end(token)).statusCode).toBe(204)
    expect((await call(null, 'GET', look)).json()).toEqual({ search: { name: '退订', byMail: false } })
    expect((await end(`${token}x`)).json().code).toBe('saved_search.link_invalid')
  })

  it('are limited per person', async () => {
    const busy = await makeActor(api.db, 'company')
    const statuses: number[] = []
    for (let at = 0; at < 21; at += 1) {
      const payload = { name: '很多', query: { q: `词语${at}` } }
      statuses.push((await call(busy, 'POST', '/api/saved-searches', { payload })).statusCode)
    }
    expect(statuses.filter((status) => status === 201)).toHaveLength(20)
    expect(statuses.at(-1)).toBe(429)
    const other = await makeActor(api.db, 'company')
    const payload = { name: '别人', query: { q: '别人' } }
    expect((await call(other, 'POST', '/api/saved-searches', { payload })).statusCode).toBe(201)
  })
})

describe('attention routes', () => {
  it('count people, not programs', async () => {
    const url = `/api/listings/${listingId}/visits`
    for (const agent of ['Googlebot/2.1', 'curl/8.0', '']) {
      expect((await call(null, 'POST', url, { agent })).statusCode).toBe(204)
    }
    expect((await call(null, 'POST', url)).statusCode).toBe(204)
    expect((await call(reader, 'POST', url)).statusCode).toBe(204)
    const own = VisitFigures.parse((await call(owner, 'GET', url)).json())
    expect(own).toMatchObject({ lastSevenDays: null, own: { days: [{ organizations: 1, visitors: 1 }] } })
    expect((await call(null, 'GET', url)).json()).toEqual({ lastSevenDays: null, own: null })
    expect((await call(null, 'POST', `/api/listings/${randomUUID()}/visits`)).statusCode).toBe(404)
  })

  it('tell the authority what three visitors looked for in vain', async () => {
    for (const address of ['203.0.113.1', '203.0.113.2', '203.0.113.3']) {
      await call(null, 'GET', `/api/search?q=${encodeURIComponent('无此技术')}`, { address })
      await call(null, 'GET', `/api/search?q=${encodeURIComponent('太贵')}&priceMax=1`, { address })
    }
    await call(null, 'GET', `/api/search?q=${encodeURIComponent('只有一人')}`)
    const authority = await makeActor(api.db, 'authority', ['viewer'])
    const answer = MissedTerms.parse((await call(authority, 'GET', '/api/search/misses')).json())
    expect(answer).toMatchObject({ leastVisitors: 3, items: [{ term: '无此技术', visitors: 3 }] })
    expect((await call(reader, 'GET', '/api/search/misses')).statusCode).toBe(403)
    expect((await call(null, 'GET', '/api/search/misses')).statusCode).toBe(401)
  })
})

describe('notification routes', () => {
  it('list, count and mark what the person was told', async () => {
    const base = { userId: reader.userId, organizationId: null, topic: 'test', path: '/workspace' }
    const context = testContext(api.db, null, api.clock)
    for (const source of ['a', 'b']) {
      await notify(context, [{ ...base, source, titleZh: `消息${source}`, titleEn: `News ${source}` }])
    }
    const page = NotificationPage.parse((await call(reader, 'GET', '/api/notifications?limit=1')).json())
    expect(page.nextCursor).not.toBeNull()
    const unread = async () => (await call(reader, 'GET', '/api/notifications/unread')).json().unread
    expect(await unread()).toBe(2)
    const id = page.items[0]?.id
    const read = await call(reader, 'POST', `/api/notifications/${id}/read`)
    expect(read.json()).toEqual({ path: '/workspace' })
    expect(await unread()).toBe(1)
    expect((await call(owner, 'POST', `/api/notifications/${id}/read`)).statusCode).toBe(404)
    const until = api.clock.now().toISOString()
    const all = await call(reader, 'POST', '/api/notifications/read', { payload: { until } })
    expect(all.json()).toEqual({ marked: 1 })
    expect((await call(null, 'GET', '/api/notifications')).statusCode).toBe(401)
  })
})
