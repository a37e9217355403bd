import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '@market/database'
import { startEmbeddedServer } from '@market/database/embedded'
import { migrateDatabase } from '@market/database/migrate'
import { createMeilisearchEngine, createPostgresEngine, type SearchEngine } from '@market/search'
import { openBaseline } from './search/baseline.ts'
import { type Collection, documentOf, readCollection } from './search/collection.ts'
import { judge, line } from './search/judge.ts'

const DEEPEST = 100
const SECRET = 'secret of the measurement'

/** The hundred best of a query, in order. */
type Ranker = (text: string) => Promise<string[]>

const engineRanker =
  (engine: SearchEngine, names: ReadonlyMap<string, string>): Ranker =>
  async (text) => {
    const asked = {
      text,
      filters: {},
      sort: 'relevance',
      limit: DEEPEST,
      locale: 'zh-CN',
      facets: [],
    } as const
    const { hits } = await engine.search(asked)
    return hits.map(({ id }) => names.get(id) ?? id)
  }

async function* documentsOf({ texts }: Collection) {
  for (const [at, text] of texts.entries()) yield documentOf(text, at)
}

const measure = async (name: string, collection: Collection, rank: Ranker): Promise<void> => {
  const begun = performance.now()
  const ranked = new Map<string, string[]>()
  for (const [id, text] of collection.queries) ranked.set(id, await rank(text))
  const taken = (performance.now() - begun) / collection.queries.size
  line(name, judge(ranked, collection.judgements), taken)
}

const run = async (folder: string, url: string): Promise<void> => {
  const collection = await readCollection(folder)
  const names = new Map(collection.texts.map((text, at) => [documentOf(text, at).id, text.id]))
  const { sql, close } = openDatabase(url)
  const postgres = createPostgresEngine({ sql, cursorSecret: SECRET })
  await postgres.rebuild(documentsOf(collection))
  console.log(`${collection.texts.length} texts, ${collection.queries.size} queries`)
  console.log(`${''.padEnd(34)} nDCG@10     MRR  recall@100   ms/query`)
  const baseline = await openBaseline(sql)
  await measure('ts_rank over jieba words, all', collection, (text) => baseline(text, 'all', names))
  await measure('ts_rank over jieba words, any', collection, (text) => baseline(text, 'any', names))
  await measure('PostgreSQL engine', collection, engineRanker(postgres, names))
  const { MEILI_URL, MEILI_KEY } = process.env
  if (MEILI_URL) {
    const ids = { next: () => randomBytes(8).toString('hex') }
    const meilisearch = createMeilisearchEngine({
      url: MEILI_URL,
      key: MEILI_KEY,
      cursorSecret: SECRET,
      ids,
      indexUid: 'relevance',
    })
    await meilisearch.rebuild(documentsOf(collection))
    await measure('Meilisearch', collection, engineRanker(meilisearch, names))
  } else console.log('Meilisearch                        not measured: no MEILI_URL is given')
  await close()
}

const folder = process.argv[2]
if (!folder) {
  console.error(
    'Which collection? npm run bench:relevance -- <folder with corpus.jsonl, queries.jsonl and qrels.tsv>',
  )
  process.exit(2)
}
const home = await mkdtemp(join(await realpath(tmpdir()), 'market-relevance-'))
await chmod(home, 0o755)
const password = randomBytes(16).toString('hex')
const server = await startEmbeddedServer({ home: join(home, 'postgres'), password, durable: false })
try {
  await migrateDatabase(server.url('postgres'))
  await run(folder, server.url('postgres'))
} finally {
  await server.stop()
  await rm(home, { recursive: true, force: true })
}
