import { type Actor, visibleText } from '@market/domain'
import { labelOf, RIGHT_ENDINGS } from '@market/domain/codes'
import { createListing, publishListing, submitListing } from '@market/services/listings'
import { completeListing } from '@market/services/listings/testing'
import { listRights, recordRightEvent } from '@market/services/rights'
import { makeActor, makeListing, testContext } from '@market/services/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApi, type TestApi } from '../../testing/create-test-api.ts'
import { rangeOf } from '../files/presenter.ts'

const TEXTS = { titleZh: '=1+1 吸附 <材料>', summaryZh: '<img src=x onerror=alert(1)> 残留 <5% & 易再生。' }

let api: TestApi
let owner: string
let id: string
beforeAll(async () => {
  api = await createTestApi()
  const editor = await makeActor(api.db, 'university', ['editor'])
  owner = editor.organizationId
  id = await publish(editor, TEXTS)
})
afterAll(() => api.close())

const publish = async (editor: Actor, texts: object): Promise<string> => {
  const reviewer = await makeActor(api.db, 'operator', ['reviewer'])
  const as = (actor: Actor) => testContext(api.db, actor, api.clock)
  const { listing } = await createListing(as(editor), completeListing(texts))
  await submitListing(as(editor), listing.id)
  await publishListing(as(reviewer), { id: listing.id })
  return listing.id
}

const get = (url: string, headers: Record<string, string> = {}) => api.app.inject({ url, headers })

describe('feeds', () => {
  it.each([
    ['atom', 'application/atom+xml'],
    ['json', 'application/feed+json'],
    ['csv', 'text/csv'],
  ])('%s is open to other sites and asked again at no cost', async (format, type) => {
    const url = `/api/feeds/listings.${format}?organizationId=${owner}`
    const first = await get(url, { origin: 'https://university.example' })
    expect(first.statusCode).toBe(200)
    expect(first.headers['content-type']).toContain(type)
    expect(first.headers['access-control-allow-origin']).toBe('*')
    expect(first.headers['cross-origin-resource-policy']).toBe('cross-origin')
    expect(first.body).toContain(id)
    const { etag, 'last-modified': modified } = first.headers
    expect((await get(url, { 'if-none-match': String(etag) })).statusCode).toBe(304)
    expect((await get(url, { 'if-modified-since': String(modified) })).statusCode).toBe(304)
    expect((await get(url, { 'if-modified-since': 'Thu, 01 Jan 2026 00:00:00 GMT' })).statusCode).toBe(200)
  })

  it('writes nothing a spreadsheet would compute and no markup of a title', async () => {
    expect((await get('/api/feeds/listings.csv')).body).toContain(",'=1+1 吸附 <材料>,")
    expect((await get('/api/feeds/listings.atom')).body).not.toContain('<材料>')
  })

  it('hands other sites HTML that says what was typed and does nothing', async () => {
    const { items } = (await get('/api/feeds/listings.json')).json<{
      items: { title: string; content_html: string }[]
    }>()
    expect(items[0]).toMatchObject({
      title: TEXTS.titleZh,
      content_html: '&lt;img src=x onerror=alert(1)&gt; 残留 &lt;5% &amp; 易再生。',
    })
  })

  it('names a wrong filter', async () => {
    const answer = await get('/api/feeds/listings.json?planIndustry=nothing')
    expect(answer.statusCode).toBe(422)
  })

  it('is empty for another organization', async () => {
    const answer = await get('/api/feeds/listings.json?organizationId=0198c5a1-7d34-7000-8000-000000000001')
    expect(answer.json<{ items: unknown[] }>().items).toEqual([])
  })
})

describe('change feed', () => {
  it('hands out a cursor to go on from', async () => {
    const first = (await get('/api/feeds/changes')).json<{ items: object[]; cursor: number; more: boolean }>()
    expect(first).toMatchObject({ items: [{ kind: 'published', listingId: id, version: 1 }], more: false })
    const next = await get(`/api/feeds/changes?since=${first.cursor}`)
    expect(next.json()).toEqual({ items: [], cursor: first.cursor, more: false })
    expect((await get(`/api/feeds/changes?since=${first.cursor + 9}`)).statusCode).toBe(409)
    expect((await get('/api/feeds/changes?since=-1')).statusCode).toBe(422)
  })
})

describe('ranges', () => {
  it.each([
    ['bytes=0-9', { start: 0, end: 9 }],
    ['bytes=90-', { start: 90, end: 99 }],
    ['bytes=-10', { start: 90, end: 99 }],
    ['bytes=50-500', { start: 50, end: 99 }],
    ['bytes=100-', 'unsatisfiable'],
    ['bytes=9-3', null],
    ['bytes=0-1,5-6', null],
    ['lines=1-2', null],
    ['bytes=-', null],
  ])('%s of a hundred bytes', (header, expected) => {
    expect(rangeOf(header, 100)).toEqual(expected)
  })
})

describe('a feed of results that stand otherwise', () => {
  it('says of a result that is being negotiated that it is', async () => {
    const other = await makeActor(api.db, 'institute', ['editor'])
    await makeListing(api.db, other, { state: 'under_negotiation' })
    const url = `/api/feeds/listings.json?organizationId=${other.organizationId}`
    const feed = (await get(url)).json<{ items: { tags: string[] }[] }>()
    expect(feed.items[0]?.tags).toContain('洽谈中')
  })

  it('says of a frozen result why it takes no requests, to whoever follows the changes or keeps it too', async () => {
    const other = await makeActor(api.db, 'institute', ['editor'])
    const rights = [{ kind: 'invention_patent' as const, filedOn: '2020-01-06' }]
    const frozen = await makeListing(api.db, other, { rights })
    const before = (await get('/api/feeds/changes?limit=500')).json<{ cursor: number }>()
    const as = testContext(api.db, other, api.clock)
    const [held] = (await listRights(as, { limit: 1 })).items
    await recordRightEvent(as, {
      rightId: held?.right.id ?? '',
      kind: 'termination',
      occurredOn: '2026-02-01',
      source: 'gazette',
      checkedOn: '2026-02-02',
      party: '',
      reference: '',
      days: null,
      patentYear: null,
      correctsId: null,
    })
    const { items } = (await get(`/api/feeds/changes?since=${before.cursor}`)).json<{ items: object[] }>()
    expect(items).toMatchObject([
      { kind: 'changed', listingId: frozen, listing: { state: 'published', frozenReason: 'terminated' } },
    ])
    const url = `/api/feeds/listings.json?organizationId=${other.organizationId}`
    const feed = (await get(url)).json<{ items: { tags: string[] }[] }>()
    const ending = labelOf(RIGHT_ENDINGS, 'terminated', 'zh-CN')
    expect(feed.items[0]?.tags).toContain(ending)
    const csv = await get(`/api/feeds/listings.csv?organizationId=${other.organizationId}`)
    expect(csv.body).toContain(`,已发布,${ending},`)
    const list = await get(`/api/listings?organizationId=${other.organizationId}`)
    expect(list.json()).toMatchObject({ items: [{ id: frozen, frozenReason: 'terminated' }] })
    const headers = await api.bearer(other)
    await api.app.inject({ method: 'PUT', url: `/api/favourites/${frozen}`, headers })
    const kept = await get('/api/favourites', headers)
    expect(kept.json()).toMatchObject({ items: [{ listing: { id: frozen, frozen: true } }] })
  })
})

// Behind all that count what there is.
it('writes XML also where a title was kept with characters no XML can hold', async () => {
  await publish(await makeActor(api.db, 'university', ['editor']), { titleZh: '吸附\u0001材料\uffff' })
  const { body } = await get('/api/feeds/listings.atom')
  expect(body).toContain('吸附材料')
  expect(body).toBe(visibleText(body))
})
