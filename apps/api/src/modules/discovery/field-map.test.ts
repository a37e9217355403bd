import { createTableFiles } from '@market/adapters/tables'
import { FieldMap, SimilarListings } from '@market/contracts/returning'
import { ALL_SAMPLES, OWNERS, SAMPLES, sampleDocument } from '@market/search/testing'
import { makeActor, makeListing } from '@market/services/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApi, type TestApi } from '../../testing/create-test-api.ts'

let api: TestApi
let listingId: string
let draftId: string
beforeAll(async () => {
  api = await createTestApi()
  const owner = await makeActor(api.db, 'university', ['editor'])
  listingId = await makeListing(api.db, owner)
  draftId = await makeListing(api.db, owner, { state: 'draft' })
  const own = sampleDocument(7, {
    id: listingId,
    titleZh: '石墨烯锂电池正极的低温放电',
    titleEn: 'Graphene cathodes of lithium batteries in the cold',
    ipcSymbols: ['H01M 4/62'],
    ownerId: owner.organizationId,
  })
  await api.app.dependencies.search.index([...ALL_SAMPLES, own])
})
afterAll(() => api.close())

const get = (url: string, headers: Record<string, string> = {}) => api.app.inject({ url, headers })
const mapOf = async (query: string) => FieldMap.parse((await get(`/api/search/map?${query}`)).json())
const barsOf = ({ charts }: FieldMap, name: string) =>
  Object.fromEntries(
    charts.find((chart) => chart.name === name)?.items.map((bar) => [bar.value, bar.count]) ?? [],
  )

describe('the map of a field', () => {
  it('counts what the search finds, for everybody, under the names of its codes', async () => {
    const map = await mapOf(`owner=${OWNERS.institute}`)
    expect(map.total).toBe(2)
    expect(barsOf(map, 'planIndustry')).toEqual({ energy_saving_environment: 1, producer_services: 1 })
    expect(map.charts.find(({ name }) => name === 'technicalField')?.items).toContainEqual(
      expect.objectContaining({ value: '11', nameEn: 'Urban construction and social development' }),
    )
  })

  it('keeps to the words, filters and bounds of a search', async () => {
    const question = 'q=%E7%9F%B3%E5%A2%A8%E7%83%AF&mode=exclusive_licence'
    const found = (await get(`/api/search?${question}`)).json()
    expect((await mapOf(question)).total).toBe(found.total)
    for (const bounds of ['priceMin=300000&priceMax=500000', 'maturityMin=5', 'maturityMin=5&priceMax=1']) {
      expect([bounds, (await mapOf(bounds)).total]).toEqual([
        bounds,
        (await get(`/api/search?${bounds}`)).json().total,
      ])
    }
    expect(barsOf(await mapOf('maturityMin=5'), 'maturityLevel')).toEqual({ '6': 1 })
  })

  it('names the parameter it cannot read', async () => {
    const answer = await get('/api/search/map?maturityMin=ten')
    expect([answer.statusCode, answer.json().details.problems[0].path]).toEqual([422, 'maturityMin'])
  })

  it('is also a workbook, which says first what was asked, in the language asked for', async () => {
    const answer = await get('/api/search/map.xlsx?q=graphene&maturityMin=5&locale=en')
    expect(answer.statusCode).toBe(200)
    const rows = []
    for await (const { cells } of createTableFiles().read(answer.rawPayload, 'xlsx')) rows.push(cells)
    expect(rows).toEqual([
      ['Search', 'Listings in all'],
      ['graphene', 1],
    ])
  })
})

describe('similar listings', () => {
  it('are told with what both share, never the listing itself', async () => {
    const { items } = SimilarListings.parse((await get(`/api/listings/${listingId}/similar`)).json())
    expect(items[0]).toMatchObject({ id: SAMPLES.graphene.id, sharedIpc: ['H01M'] })
    expect(items[0]?.sharedTerms).toContain('cold')
    expect(items.map(({ id }) => id)).not.toContain(listingId)
  })

  it('are at most as many as asked for', async () => {
    expect((await get(`/api/listings/${listingId}/similar?limit=1`)).json().items).toHaveLength(1)
    expect((await get(`/api/listings/${listingId}/similar?limit=99`)).statusCode).toBe(422)
  })

  it('are hidden with a listing that is not public', async () => {
    const answer = await get(`/api/listings/${draftId}/similar`)
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'listing.not_found'])
  })
})
