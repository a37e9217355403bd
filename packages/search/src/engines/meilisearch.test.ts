import { sequentialIds } from '@market/domain/testing'
import { Meilisearch } from 'meilisearch'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SearchEngine, SearchQuery } from '../engine.ts'
import { describeSearchEngine } from '../testing/engine-contract.ts'
import { type MeilisearchDouble, startMeilisearchDouble } from '../testing/meilisearch-double.ts'
import { ALL_SAMPLES, OWNERS, SAMPLES, sampleDocument } from '../testing/sample-documents.ts'
import { INDEX_SETTINGS, settingsToSend } from './meilisearch/settings.ts'
import { createMeilisearchEngine } from './meilisearch.ts'

const { MEILI_URL, MEILI_KEY } = process.env
const cursorSecret = 'secret of the tests'

if (MEILI_URL) {
  describeSearchEngine('meilisearch', async () => {
    const indexUid = `test_${process.pid}_${performance.now().toFixed(0)}`
    const connection = { url: MEILI_URL, key: MEILI_KEY, cursorSecret, ids: sequentialIds(), indexUid }
    // A cold test server is slow at first; nobody is waiting here.
    const engine = createMeilisearchEngine({ ...connection, searchTimeoutMs: 20_000 })
    const client = new Meilisearch({ host: MEILI_URL, ...(MEILI_KEY ? { apiKey: MEILI_KEY } : {}) })
    return { engine, close: async () => void (await client.deleteIndexIfExists(indexUid)) }
  })
  it('finds its own settings on a real server', async () => {
    const indexUid = `test_settings_${process.pid}`
    const client = new Meilisearch({ host: MEILI_URL, ...(MEILI_KEY ? { apiKey: MEILI_KEY } : {}) })
    await client.createIndex(indexUid).waitTask()
    const index = client.index(indexUid)
    expect(settingsToSend(await index.getSettings())).toEqual(INDEX_SETTINGS)
    await index.updateSettings(INDEX_SETTINGS).waitTask({ timeout: 30_000 })
    expect(settingsToSend(await index.getSettings())).toEqual({})
    await client.deleteIndexIfExists(indexUid)
  })
} else {
  const SKIPPED = 'MEILI_URL is not set: the search contract tests run on PostgreSQL only'
  process.stderr.write(`${SKIPPED}\n`)
  describe('meilisearch: every engine', () => {
    it('keeps the contract on a real server', ({ skip }) => {
      skip(SKIPPED)
    })
  })
}

const query = (text: string, rest: Partial<SearchQuery> = {}): SearchQuery => ({
  text,
  filters: {},
  sort: 'relevance',
  limit: 10,
  locale: 'zh-CN',
  facets: [],
  ...rest,
})

async function* samples() {
  yield* ALL_SAMPLES
}

describe('meilisearch engine, by the calls it makes', () => {
  let double: MeilisearchDouble
  let engine: SearchEngine

  beforeAll(async () => {
    double = await startMeilisearchDouble()
  })
  beforeEach(async () => {
    double.indexes.clear()
    engine = createMeilisearchEngine({ url: double.url, cursorSecret, ids: sequentialIds() })
    await engine.index(ALL_SAMPLES)
    double.calls.length = 0
    double.searches.length = 0
  })
  afterAll(() => double.close())

  it('creates the index with the settings of the code before the first write', () => {
    const index = double.indexes.get('listings')
    expect(index?.settings).toEqual(JSON.parse(JSON.stringify(INDEX_SETTINGS)))
    expect(index?.documents.size).toBe(ALL_SAMPLES.length)
  })

  it('sends a server only the settings it holds otherwise, in whatever order it holds them', async () => {
    const settings = double.indexes.get('listings')?.settings ?? {}
    settings.sortableAttributes = ['priceFen', 'publishedAt']
    const restarted = () => createMeilisearchEngine({ url: double.url, cursorSecret, ids: sequentialIds() })
    await restarted().index([SAMPLES.gis])
    expect(double.calls.filter((call) => call.startsWith('PATCH'))).toEqual([])
    settings.rankingRules = ['words', 'sort', 'typo', 'proximity', 'attribute', 'exactness']
    settings.synonyms = {}
    await restarted().index([SAMPLES.gis])
    expect(double.calls.filter((call) => call.startsWith('PATCH'))).toEqual([
      'PATCH /indexes/listings/settings',
    ])
    expect(settings).toMatchObject(
      JSON.parse(JSON.stringify({ ...INDEX_SETTINGS, sortableAttributes: settings.sortableAttributes })),
    )
  })

  it('asks for every word first and for some of them when too few documents hold all', async () => {
    const { relaxed } = await engine.search(query('石墨烯 甘蔗渣'))
    expect(double.searches.map((search) => search.matchingStrategy)).toEqual(['all', 'frequency'])
    expect(relaxed).toBe(true)
  })

  it('turns a patent number in any form into a filter', async () => {
    const { hits } = await engine.search(query('专利 ZL 2023 1 0000001.5'))
    expect(hits.map(({ id }) => id)).toEqual([SAMPLES.graphene.id])
    expect(double.searches).toHaveLength(1)
    expect(double.searches[0]?.filter[0]).toContain('numbers IN ["zl2023100000015"')
  })

  it('passes phrases and exclusions on', async () => {
    await engine.search(query('graphene "lithium batteries" -cobalt'))
    expect(double.searches[0]?.q).toBe('graphene "lithium batteries" -"cobalt"')
  })

  it('asks for the right spelling of a word that no listing holds, once it knows so', async () => {
    await engine.index([sampleDocument(24, { titleEn: 'Drip irrigation' })])
    await engine.search(query('drip irigation'))
    const asked = double.searches.map(({ q }) => q)
    expect(asked).toEqual([
      'irigation',
      'drip irigation',
      'drip irrigation',
      'drip irrigation',
      'drip irrigation',
    ])
  })

  it('asks once where nothing seems misspelt, and keeps a spelling that listings hold', async () => {
    await engine.search(query('石墨烯 graphene'))
    expect(double.searches.filter(({ limit }) => limit === 1)).toEqual([])
    await engine.index([sampleDocument(24, { titleEn: 'casing' })])
    double.searches.length = 0
    await engine.search(query('casing shell'))
    expect(double.searches.map(({ q }) => q)).toEqual(['"casing"', 'casing shell', 'casing shell'])
  })

  it('keeps a filter value from ending the filter', async () => {
    await engine.search(query('', { filters: { regionCode: ['4501"] OR kind IN ["know_how'] } }))
    expect(double.searches[0]?.filter).toEqual(['regionCode IN ["4501\\"] OR kind IN [\\"know_how"]'])
  })

  it('counts each chosen facet by a search of its own', async () => {
    const filters = { kind: ['granted_patent'], ownerId: [OWNERS.institute] }
    const { facets } = await engine.search(
      query('', { filters, facets: ['kind', 'ownerId', 'transferModes'] }),
    )
    expect(facets.kind).toEqual([
      { value: 'granted_patent', count: 1 },
      { value: 'software_copyright', count: 1 },
    ])
    expect(facets.ownerId?.find(({ value }) => value === OWNERS.university)?.count).toBe(2)
    expect(facets.transferModes).toEqual([{ value: 'assignment', count: 1 }])
  })

  it('turns marks into segments', async () => {
    const [hit] = (await engine.search(query('石墨烯'))).hits
    expect(hit?.title[0]).toEqual({ text: '石墨烯', marked: true })
  })

  it('pages by a counting cursor', async () => {
    const first = await engine.search(query('', { limit: 4 }))
    const second = await engine.search(query('', { limit: 4, cursor: first.nextCursor ?? '' }))
    expect([first.hits.length, second.hits.length, second.nextCursor]).toEqual([4, 2, null])
    expect(double.searches.at(-1)).toMatchObject({ offset: 4, limit: 5 })
  })

  it('rebuilds beside the index in use, swaps and drops the old one', async () => {
    const before = double.indexes.get('listings')
    expect(await engine.rebuild(samples())).toEqual({ indexed: ALL_SAMPLES.length })
    expect([...double.indexes.keys()]).toEqual(['listings'])
    expect(double.indexes.get('listings')).not.toBe(before)
    const changes = double.calls.filter((call) => !call.startsWith('GET'))
    expect(changes.map((call) => call.replace(/listings_next_[\w-]+/, 'next'))).toEqual([
      'POST /indexes',
      'PATCH /indexes/next/settings',
      'POST /indexes/next/documents',
      'POST /swap-indexes',
      'DELETE /indexes/next',
    ])
  })

  it('is built by a rebuild when the server is new, and not by one that fails', async () => {
    double.indexes.clear()
    expect(await engine.isBuilt()).toBe(false)
    await expect(engine.search(query('石墨烯'))).rejects.toThrow('Index not found')
    double.failNext('documentAdditionOrUpdate')
    await expect(engine.rebuild(samples())).rejects.toThrow('told to fail')
    expect(await engine.isBuilt()).toBe(false)
    await engine.rebuild(samples())
    expect(await engine.isBuilt()).toBe(true)
    expect(double.indexes.get('listings')?.documents.size).toBe(ALL_SAMPLES.length)
  })

  it('keeps the index in use when a rebuild fails', async () => {
    const before = double.indexes.get('listings')
    double.failNext('indexSwap')
    await expect(engine.rebuild(samples())).rejects.toThrow('indexSwap')
    expect(double.indexes.get('listings')).toBe(before)
    expect([...double.indexes.keys()]).toEqual(['listings'])
  })

  it('hands in more documents before the first are indexed, and fails when any of them could not be', async () => {
    const before = double.indexes.get('listings')
    async function* many() {
      for (let n = 0; n <= 5_000; n += 1) yield { ...SAMPLES.gis, id: `many-${n}` }
    }
    double.failNext('documentAdditionOrUpdate')
    await expect(engine.rebuild(many())).rejects.toThrow('told to fail')
    expect(double.calls.filter((call) => /^POST .+\/documents$/.test(call))).toHaveLength(2)
    expect(double.indexes.get('listings')).toBe(before)
  })

  it('fails when the server took a document but then could not index it', async () => {
    double.failNext('documentAdditionOrUpdate')
    await expect(engine.index([SAMPLES.gis])).rejects.toThrow('told to fail')
  })

  it('says when the server is away', async () => {
    double.away = true
    await expect(engine.search(query(''))).rejects.toThrow()
    expect(await engine.health()).toMatchObject({ available: false })
    double.away = false
    expect(await engine.health()).toEqual({ available: true })
  })
})
