import { SearchPage, Suggestions } from '@market/contracts/discovery'
import { createPostgresEngine, type SearchEngine, withFallback } from '@market/search'
import { ALL_SAMPLES, OWNERS, SAMPLES } from '@market/search/testing'
import { TEST_SECRET } from '@market/services/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApi, type TestApi } from '../../testing/create-test-api.ts'

describe('search routes', () => {
  let api: TestApi
  const get = (url: string, headers: Record<string, string> = {}) => api.app.inject({ url, headers })

  beforeAll(async () => {
    api = await createTestApi()
    await api.app.dependencies.search.index(ALL_SAMPLES)
  })
  afterAll(() => api.close())

  it('answers everybody with hits, facets by name and the engine', async () => {
    const response = await get(`/api/search?q=${encodeURIComponent('石墨烯')}`)
    expect(response.statusCode).toBe(200)
    expect(response.headers['x-search-engine']).toBe('postgres')
    const page = SearchPage.parse(response.json())
    expect(page.items[0]).toMatchObject({ id: SAMPLES.graphene.id, owner: { nameZh: '邕江大学' } })
    expect(page.items[0]?.title[0]).toEqual({ text: '石墨烯', marked: true })
    expect(page.facets.mode).toContainEqual({
      value: 'exclusive_licence',
      nameZh: '独占许可',
      nameEn: 'Exclusive licence',
      count: 1,
      chosen: false,
    })
  })

  it('filters by repeated parameters and keeps a chosen value that has no results', async () => {
    const page = SearchPage.parse(
      (await get(`/api/search?kind=know_how&kind=research_result&owner=${OWNERS.institute}`)).json(),
    )
    expect(page.total).toBe(0)
    expect(page.facets.kind.filter((value) => value.chosen).map((value) => value.count)).toEqual([0, 0])
  })

  it('speaks the language of the request or of the parameter', async () => {
    const english = SearchPage.parse(
      (await get('/api/search?q=graphene', { 'accept-language': 'en' })).json(),
    )
    expect(english.items[0]?.title.map((segment) => segment.text).join('')).toBe(SAMPLES.graphene.titleEn)
    const chinese = SearchPage.parse(
      (await get('/api/search?q=graphene&locale=zh-CN', { 'accept-language': 'en' })).json(),
    )
    expect(chinese.items[0]?.title.map((segment) => segment.text).join('')).toBe(SAMPLES.graphene.titleZh)
  })

  it('pages by cursor and refuses a changed one', async () => {
    const first = SearchPage.parse((await get('/api/search?limit=4')).json())
    const second = SearchPage.parse((await get(`/api/search?limit=4&cursor=${first.nextCursor}`)).json())
    expect(second.items).toHaveLength(ALL_SAMPLES.length - 4)
    const refused = await get(`/api/search?limit=4&cursor=${first.nextCursor}x`)
    expect(refused.statusCode).toBe(422)
    expect(refused.json()).toMatchObject({ code: 'cursor.invalid' })
  })

  it.each(['kind=nonsense', 'region=45', 'sort=best', 'limit=0', 'limit=51', 'owner=1'])(
    'refuses ?%s and names the parameter',
    async (query) => {
      const response = await get(`/api/search?${query}`)
      expect(response.statusCode).toBe(422)
      expect(response.json().details.problems[0].path).toContain(query.split('=')[0])
    },
  )

  it('suggests titles for what was typed so far, and nothing for nothing', async () => {
    const typed = Suggestions.parse((await get('/api/search/suggest?q=grap&locale=en')).json())
    expect(typed.items[0]?.listingId).toBe(SAMPLES.graphene.id)
    expect(Suggestions.parse((await get('/api/search/suggest?q=')).json()).items).toEqual([])
  })

  it('says so when another engine answers in place of the absent one', async () => {
    const { dependencies } = api.app
    const own = dependencies.search
    const postgres = createPostgresEngine({ sql: dependencies.database.sql, cursorSecret: TEST_SECRET })
    const absent: SearchEngine = {
      ...postgres,
      name: 'meilisearch',
      search: async () => {
        throw new Error('connection refused')
      },
    }
    dependencies.search = withFallback(absent, postgres, { clock: dependencies.clock })
    const response = await get('/api/search?q=graphene')
    dependencies.search = own
    expect(response.statusCode).toBe(200)
    expect(response.headers['x-search-engine']).toBe('postgres; fallback')
    expect(response.json().items[0].id).toBe(SAMPLES.graphene.id)
  })
})
