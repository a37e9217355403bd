import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '@market/database'
import { startEmbeddedServer } from '@market/database/embedded'
import { migrateDatabase } from '@market/database/migrate'
import {
  createMeilisearchEngine,
  createPostgresEngine,
  FACETS,
  type SearchEngine,
  type SearchQuery,
} from '@market/search'
import { line, percentile, timeInTurn } from './measure.ts'
import { madeListing, madeListings, numberOf, typedText, wholeText } from './search/made-listings.ts'
import { compareOwnAnswer } from './search/own-answer.ts'
import { measurePublishing } from './search/publishing.ts'
import { compareWithBare } from './search/side-by-side.ts'

const SIZES = [10_000, 100_000]
const MEILI_SIZES = [...SIZES, 1_000_000]
const RUNS = 150
const SECRET = 'secret of the measurement'

const ask = (text: string, rest: Partial<SearchQuery> = {}): SearchQuery => ({
  text,
  filters: {},
  sort: 'relevance',
  limit: 20,
  locale: 'zh-CN',
  facets: [],
  ...rest,
})

/** The kinds of query, each made of its number so that hardly one is asked twice. */
const KINDS: [name: string, aim: string | undefined, query: (index: number, size: number) => SearchQuery][] =
  [
    ['as you type', '≤ 50', (index) => ask(typedText(index), { limit: 8, count: false, fragments: false })],
    [
      'faceted',
      undefined,
      (index) =>
        ask(wholeText(index), {
          facets: FACETS,
          filters: index % 3 === 0 ? {} : { maturityLevel: [String(1 + (index % 9))] },
        }),
    ],
    ['number', undefined, (index, size) => ask(numberOf((index * 7919) % size))],
  ]

const measureEngine = async (name: string, engine: SearchEngine, size: number): Promise<void> => {
  const title = `${name}, ${size / 1000} k`
  const begun = performance.now()
  await engine.rebuild(madeListings(size))
  line(`${title}: listings indexed a second`, (size * 1000) / (performance.now() - begun), '/s')
  for (const [kind, aim, query] of KINDS) {
    const [taken = []] = await timeInTurn([engine], RUNS, (subject, index) =>
      subject.search(query(index, size)),
    )
    for (const share of [0.5, 0.95, 0.99])
      line(
        `${title}: ${kind} p${share * 100}`,
        percentile(taken, share),
        'ms',
        share === 0.95 ? aim : undefined,
      )
  }
  const [written = []] = await timeInTurn([engine], 30, (subject, index) =>
    subject.index([madeListing(size + index)]),
  )
  line(`${title}: one listing written and searchable p95`, percentile(written, 0.95), 'ms', '≤ 1000')
  line(`${title}: memory of this process`, process.memoryUsage().rss / 2 ** 20, 'MB')
}

// Only this process asks Meilisearch: the API and the worker it starts are measured with the engine of the database.
const { MEILI_URL, MEILI_KEY } = process.env
delete process.env.MEILI_URL

const home = await mkdtemp(join(await realpath(tmpdir()), 'market-search-'))
await chmod(home, 0o755)
const server = await startEmbeddedServer({
  home: join(home, 'postgres'),
  password: randomBytes(16).toString('hex'),
  durable: true,
})
try {
  await migrateDatabase(server.url('postgres'))
  const { sql, close } = openDatabase(server.url('postgres'))
  const only = Number(process.argv[2])
  const wanted = (sizes: number[]) => sizes.filter((size) => !(only > 0) || size === only)
  for (const size of wanted(SIZES)) {
    const engine = createPostgresEngine({ sql, cursorSecret: SECRET })
    await measureEngine('PostgreSQL', engine, size)
    await measurePublishing(`PostgreSQL, ${size / 1000} k`, server.url('postgres'), {
      engine,
      data: home,
      serverPid: server.pid,
    })
    await compareWithBare(`PostgreSQL, ${size / 1000} k`, server.url('postgres'), home)
  }
  await close()
  if (!MEILI_URL) console.log('Meilisearch: not measured, no MEILI_URL is given.')
  const ids = { next: () => randomBytes(8).toString('hex') }
  for (const size of MEILI_URL ? wanted(MEILI_SIZES) : []) {
    const engine = createMeilisearchEngine({
      url: MEILI_URL ?? '',
      key: MEILI_KEY,
      cursorSecret: SECRET,
      ids,
      indexUid: 'bench',
    })
    await measureEngine('Meilisearch', engine, size)
    for (const [kind, , query] of KINDS) {
      const { engineMs, ownMs } = await compareOwnAnswer(engine, (index) => query(index, size), RUNS)
      line(
        `Meilisearch, ${size / 1000} k: ${kind}, ours over its own answer`,
        engineMs / ownMs,
        '×',
        '≤ 1.25',
      )
    }
  }
} finally {
  await server.stop()
  await rm(home, { recursive: true, force: true })
}
