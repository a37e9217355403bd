import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import postgres, { type Sql } from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SearchEngine, SearchQuery } from '../engine.ts'
import { RANKED_AT_MOST } from '../ranking.ts'
import { describeSearchEngine } from '../testing/engine-contract.ts'
import { SAMPLES, sampleDocument } from '../testing/sample-documents.ts'
import { createPostgresEngine } from './postgres.ts'

const open = async () => {
  const database = await createTestDatabase()
  const sql = postgres(database.url, { max: 4, onnotice: () => {} })
  const engine = createPostgresEngine({ sql, cursorSecret: 'secret of the tests' })
  const close = async () => {
    await sql.end()
    await database.drop()
  }
  return { engine, close }
}

describeSearchEngine('postgres', open)

const query = (text: string, rest: Partial<SearchQuery> = {}): SearchQuery => ({
  text,
  filters: {},
  sort: 'relevance',
  limit: 10,
  locale: 'zh-CN',
  facets: [],
  ...rest,
})

describe('postgres engine', () => {
  let database: TestDatabase
  let sql: Sql
  let engine: SearchEngine
  const found = async (text: string) => (await engine.search(query(text))).hits.map(({ id }) => id)

  beforeAll(async () => {
    database = await createTestDatabase()
    sql = postgres(database.url, { max: 4, onnotice: () => {} })
    engine = createPostgresEngine({ sql, cursorSecret: 'secret of the tests' })
  })
  afterAll(async () => {
    await sql.end()
    await database.drop()
  })

  it('finds nothing in an index that was never filled', async () => {
    expect(await engine.search(query('石墨烯'))).toMatchObject({ hits: [], total: { value: 0, exact: true } })
  })

  it('finds and marks other forms of an English word', async () => {
    await engine.index(Object.values(SAMPLES))
    const { hits } = await engine.search(query('battery', { locale: 'en' }))
    expect(hits[0]?.id).toBe(SAMPLES.graphene.id)
    expect(hits[0]?.title.filter((segment) => segment.marked)).toEqual([{ text: 'batteries', marked: true }])
  })

  it('ranks words that stand together before the same words apart', async () => {
    expect((await found('量子点'))[0]).toBe(SAMPLES.quantum.id)
  })

  it('finds a term by its name in the other language, and marks that name', async () => {
    const only = sampleDocument(30, { titleZh: '石墨烯散热膜', summaryZh: '导热好。' })
    await engine.index([only])
    const { hits } = await engine.search(query('graphene'))
    const hit = hits.find(({ id }) => id === only.id)
    expect(hit?.title.filter((segment) => segment.marked)).toEqual([{ text: '石墨烯', marked: true }])
    expect((await found('锂离子电池'))[0]).toBe(SAMPLES.graphene.id)
    expect(await found('lithium-ion battery 正极')).toContain(SAMPLES.graphene.id)
    await engine.remove([only.id])
  })

  it.each(['shimoxi', 'shi mo xi', 'smx', 'shimox', 'smxldc'])('finds a title typed as %s', async (typed) => {
    const [hit] = (await engine.search(query(typed))).hits
    expect(hit?.id).toBe(SAMPLES.graphene.id)
    expect(hit?.title.some((segment) => segment.marked && segment.text.startsWith('石墨烯'))).toBe(true)
  })

  it('goes on by date where a word is too common to rank all that hold it', async () => {
    const common = Array.from({ length: RANKED_AT_MOST + 30 }, (_, n) =>
      sampleDocument((n % 28) + 1, {
        id: `00000000-0000-7000-9000-${n.toString().padStart(12, '0')}`,
        titleZh: n % 9 === 0 ? '通用夹具' : '',
        summaryZh: '一种通用夹具的做法',
      }),
    )
    await engine.index(common)
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await engine.search(query('通用夹具', { limit: 50, cursor }))
      expect(page.total.value).toBe(common.length)
      seen.push(...page.hits.map(({ id }) => id))
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
    expect(new Set(seen).size).toBe(common.length)
    expect(seen).toHaveLength(common.length)
    const titled = common.filter(({ titleZh }) => titleZh !== '').map(({ id }) => id)
    expect(new Set(seen.slice(0, titled.length))).toEqual(new Set(titled))
    await engine.remove(common.map(({ id }) => id))
  })

  it('forgets the words of what is removed', async () => {
    const [left] =
      await sql`select count(*)::int as count from search_words where word = '夹具' and holding > 0`
    expect(left?.count).toBe(0)
  })

  it('finds a short word with two letters swapped', async () => {
    expect((await found('GSI'))[0]).toBe(SAMPLES.gis.id)
  })

  it('shows documents with some of the words when too few hold all, after those that do', async () => {
    const result = await engine.search(query('石墨烯 锂电池 低温 甘蔗渣'))
    expect(result.relaxed).toBe(true)
    expect(result.hits.map(({ id }) => id)).toContain(SAMPLES.graphene.id)
    const all = await engine.search(query('石墨烯 锂电池'))
    expect(all.hits[0]?.id).toBe(SAMPLES.graphene.id)
  })

  it('finds the parts of a word that no document has as it stands', async () => {
    expect(await found('干电池')).toContain(SAMPLES.recycling.id)
  })

  it('goes on from a cursor of another engine by what was seen', async () => {
    const { encodeCursor } = await import('../cursor.ts')
    const asked = query('', { limit: 2, sort: 'newest' })
    const position = { engine: 'meilisearch', relaxed: false, seen: 4, after: null } as const
    const cursor = encodeCursor(asked, position, 'secret of the tests')
    const { hits, nextCursor } = await engine.search({ ...asked, cursor })
    expect(hits.map(({ id }) => id)).toEqual([SAMPLES.recycling.id, SAMPLES.graphene.id])
    expect(nextCursor).toBeNull()
  })

  it('does not lose what is written during a rebuild', async () => {
    const late = sampleDocument(25, { titleZh: '珍珠贝养殖浮筏', titleEn: 'Raft for pearl oysters' })
    const documents = async function* () {
      yield* Object.values(SAMPLES)
      await engine.index([late])
      await engine.remove([SAMPLES.points.id])
    }
    await engine.rebuild(documents())
    expect((await found('珍珠贝'))[0]).toBe(late.id)
    await engine.remove([late.id, SAMPLES.points.id])
  })

  it('lets only one rebuild run at a time', async () => {
    const documents = async function* () {
      await expect(engine.rebuild(Object.assign((async function* () {})()))).rejects.toMatchObject({
        code: 'search.rebuild_running',
      })
      yield* Object.values(SAMPLES)
    }
    expect(await engine.rebuild(documents())).toEqual({ indexed: 6 })
  })

  it('keeps count of documents and words in whatever way they come and go', async () => {
    await engine.index([sampleDocument(26, { titleZh: '临时' }), SAMPLES.gis])
    await engine.remove([sampleDocument(26).id, sampleDocument(27).id])
    const [kept] = await sql`
      select g.document_count, g.word_count, count(*)::int as documents, sum(d.word_count) as words
      from search_generations g join search_documents d on d.generation = g.id group by g.id`
    expect(kept?.document_count).toBe(kept?.documents)
    expect(kept?.word_count).toBe(kept?.words)
  })
})
