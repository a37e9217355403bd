import type { IdSource } from '@market/domain'
import { Meilisearch } from 'meilisearch'
import { decodeCursor, encodeCursor } from '../cursor.ts'
import type { SearchDocument } from '../document.ts'
import type { SearchEngine, SearchQuery, SearchResult } from '../engine.ts'
import { parseQuery } from '../query/parse-query.ts'
import { RELAX_BELOW } from '../ranking.ts'
import { pinyinSpaced } from '../text/pinyin.ts'
import { aggregate } from './meilisearch/aggregate.ts'
import { extractTerms, similarTo, similarToText } from './meilisearch/alike.ts'
import { facetsOf, hitOf } from './meilisearch/present.ts'
import { type Plan, searchesOf, textOf } from './meilisearch/query.ts'
import { spelledRight } from './meilisearch/spelling.ts'
import {
  addDocuments,
  indexExists,
  prepareIndex,
  rebuildBySwap,
  removeDocuments,
} from './meilisearch/write.ts'

export interface MeilisearchEngineOptions {
  url: string
  key?: string | undefined
  /** Signs the cursors; the same for every process that answers searches. */
  cursorSecret: string
  /** Names the index a rebuild fills. */
  ids: IdSource
  indexUid?: string
  /** A search slower than this is given up, so that the fallback can still answer in time. */
  searchTimeoutMs?: number
}

const DEFAULT_INDEX = 'listings'
const SEARCH_TIMEOUT_MS = 1500
const WRITE_TIMEOUT_MS = 15_000
const TASK_WAIT = { timeout: 60_000, interval: 20 }

const ask = async (client: Meilisearch, plan: Plan) => {
  const { results } = await client.multiSearch<{ queries: ReturnType<typeof searchesOf> }, SearchDocument>({
    queries: searchesOf(plan),
  })
  const [page] = results
  if (!page) throw new Error('Meilisearch answered no search.')
  const facets = facetsOf(results.map((result) => result.facetDistribution ?? {}))
  return {
    hits: page.hits,
    total: page.estimatedTotalHits ?? page.hits.length,
    facets,
    relaxed: plan.relaxed,
  }
}
type Answer = Awaited<ReturnType<typeof ask>>

const answer = async (
  client: Meilisearch,
  indexUid: string,
  query: SearchQuery,
  position: { seen: number; relaxed: boolean } | null,
): Promise<Answer> => {
  const parsed = parseQuery(query.text)
  const plan = { indexUid, query, numbers: [], relaxed: false, offset: position?.seen ?? 0 }
  if (parsed.numbers.length > 0) {
    // A number names one right: when we hold it, nothing else was meant.
    const named = await ask(client, { ...plan, text: '', numbers: parsed.numbers.flat() })
    if (named.total > 0) return named
  }
  const spelled = pinyinSpaced(parsed.words)
  if (spelled !== null) {
    // Titles are kept as they are typed in one go: syllables apart mean nothing to the server.
    const named = await ask(client, { ...plan, text: spelled })
    if (named.total > 0) return named
  }
  const meant = { ...plan, text: textOf(await spelledRight(client, indexUid, parsed)) }
  if (position) return ask(client, { ...meant, relaxed: position.relaxed })
  const strict = await ask(client, meant)
  if (strict.total >= RELAX_BELOW || meant.text === '') return strict
  const more = await ask(client, { ...meant, relaxed: true })
  return more.total > strict.total ? more : strict
}

const search = async (
  client: Meilisearch,
  indexUid: string,
  query: SearchQuery,
  secret: string,
): Promise<SearchResult> => {
  const position = decodeCursor(query, secret)
  const found = await answer(client, indexUid, query, position)
  const hits = found.hits.slice(0, query.limit).map((hit) => hitOf(hit, query))
  const seen = (position?.seen ?? 0) + hits.length
  // Meilisearch has no keyset paging and tells no sort values, so the cursor counts; a listing published between
  // two pages can shift one hit. The cursor stays opaque, signed and usable by the other engine.
  const next = { engine: 'meilisearch', relaxed: found.relaxed, seen, after: null } as const
  return {
    hits,
    total: { value: found.total, exact: false },
    facets: found.facets,
    nextCursor: found.hits.length > query.limit ? encodeCursor(query, next, secret) : null,
    relaxed: found.relaxed,
    answeredBy: 'meilisearch',
    fallback: false,
  }
}

/** Search by a Meilisearch server; every method fails when it is away. */
export const createMeilisearchEngine = (options: MeilisearchEngineOptions): SearchEngine => {
  const { url, key, cursorSecret, ids, indexUid = DEFAULT_INDEX } = options
  const connection = {
    host: url,
    ...(key === undefined ? {} : { apiKey: key }),
    // The engine stands beside the API: packing an answer for so short a way costs more than carrying it.
    requestInit: { headers: { 'accept-encoding': 'identity' } },
    defaultWaitOptions: TASK_WAIT,
  }
  const reader = new Meilisearch({ ...connection, timeout: options.searchTimeoutMs ?? SEARCH_TIMEOUT_MS })
  const writer = new Meilisearch({ ...connection, timeout: WRITE_TIMEOUT_MS })
  let prepared: Promise<void> | undefined
  /** Once per process and index; tried again after a failure. */
  const prepare = (): Promise<void> => {
    prepared ??= prepareIndex(writer, indexUid).catch((error) => {
      prepared = undefined
      throw error
    })
    return prepared
  }
  return {
    name: 'meilisearch',
    search: (query) => search(reader, indexUid, query, cursorSecret),
    similar: (id, asked) => similarTo(reader, indexUid, id, asked),
    similarToText: (text, asked) => similarToText(reader, indexUid, text, asked),
    extractTerms: (text, limit) => extractTerms(reader, indexUid, text, limit),
    aggregate: (query) => aggregate(reader, indexUid, query),
    index: async (documents) => {
      await prepare()
      await addDocuments(writer.index(indexUid), documents)
    },
    remove: async (removed) => {
      await prepare()
      await removeDocuments(writer.index(indexUid), removed)
    },
    rebuild: (documents) => rebuildBySwap(writer, indexUid, `${indexUid}_next_${ids.next()}`, documents),
    health: async () => {
      try {
        await reader.health()
        return { available: true }
      } catch (error) {
        return { available: false, reason: error instanceof Error ? error.message : String(error) }
      }
    },
    isBuilt: () => indexExists(writer, indexUid),
  }
}
