import type { Sql } from 'postgres'
import { decodeCursor, encodeCursor, type Position } from '../cursor.ts'
import type { SearchEngine, SearchQuery, SearchResult } from '../engine.ts'
import { mark, presentHit } from '../highlight.ts'
import { isEmptyQuery, parseQuery } from '../query/parse-query.ts'
import { aggregate, countingQuery } from './postgres/aggregate.ts'
import { createFacetCodes, type FacetCodes } from './postgres/facet-codes.ts'
import { filtersOf } from './postgres/filters.ts'
import { type Found, facetsOf, find } from './postgres/find.ts'
import { matcher } from './postgres/marks.ts'
import type { Window } from './postgres/question.ts'
import { extractTerms, similarTo, similarToText } from './postgres/similar.ts'
import { termsOf } from './postgres/terms.ts'
import { indexDocuments, rebuildDocuments, removeDocuments } from './postgres/write.ts'

export interface PostgresEngineOptions {
  sql: Sql
  /** Signs the cursors; the same for every process that answers searches. */
  cursorSecret: string
}

/** A cursor of another engine has no sort values we could go on from, but says how many hits were seen. */
const windowOf = (position: Position | null): Window =>
  position === null
    ? { after: null, offset: 0 }
    : position.engine === 'postgres'
      ? { after: position.after, offset: 0 }
      : { after: null, offset: position.seen }

const nextCursor = (query: SearchQuery, { rows, relaxed }: Found, seen: number, secret: string) => {
  const last = rows[query.limit - 1]
  if (!last || rows.length <= query.limit) return null
  const after: [string, string] = [last.key, last.document.id]
  return encodeCursor(query, { engine: 'postgres', relaxed, seen, after }, secret)
}

type Asked = Pick<SearchQuery, 'text' | 'filters' | 'ranges'>

/** The question a query puts to the index; null while there is none. */
const questionOf = async (sql: Sql, codes: FacetCodes, query: SearchQuery, window: Window) => {
  const parsed = parseQuery(query.text)
  const [terms, filters] = await Promise.all([termsOf(sql, parsed), filtersOf(sql, codes, query)])
  return terms ? { query, parsed, terms, filters, codes, window } : null
}

const NOTHING: Found = { rows: [], counted: { total: 0, counts: new Map(), met: new Map() }, relaxed: false }

const search = async (
  { sql, cursorSecret }: PostgresEngineOptions,
  codes: FacetCodes,
  asked: SearchQuery,
): Promise<SearchResult> => {
  const position = decodeCursor(asked, cursorSecret)
  const parsed = parseQuery(asked.text)
  const query =
    isEmptyQuery(parsed) && asked.sort === 'relevance' ? { ...asked, sort: 'newest' as const } : asked
  const question = await questionOf(sql, codes, query, windowOf(position))
  const found = question ? await find(sql, question, position?.relaxed ?? null) : NOTHING
  const documents = found.rows.slice(0, query.limit).map((row) => row.document)
  const matches = matcher(parsed, question?.terms ?? null)
  const seen = (position?.seen ?? 0) + documents.length
  return {
    hits: documents.map((document) =>
      presentHit(document, query.locale, (field) => mark(document[field], matches), query.fragments),
    ),
    total: { value: found.counted.total, exact: query.count !== false },
    facets: facetsOf(query, found.counted),
    nextCursor: nextCursor(asked, found, seen, cursorSecret),
    relaxed: found.relaxed,
    answeredBy: 'postgres',
    fallback: false,
  }
}

/** Search inside the market's own database: always there, and the one to fall back on. */
export const createPostgresEngine = (options: PostgresEngineOptions): SearchEngine => {
  const { sql } = options
  const codes = createFacetCodes(sql)
  const start = { after: null, offset: 0 }
  return {
    name: 'postgres',
    search: (query) => search(options, codes, query),
    similar: (id, asked) => similarTo(sql, codes, id, asked),
    similarToText: (text, asked) => similarToText(sql, codes, text, asked),
    extractTerms: (text, limit) => extractTerms(sql, text, limit),
    aggregate: async (asked: Asked) =>
      aggregate(sql, await questionOf(sql, codes, countingQuery(asked), start)),
    index: (documents) => indexDocuments(sql, codes, documents),
    remove: (ids) => removeDocuments(sql, ids),
    rebuild: (documents) => rebuildDocuments(sql, codes, documents),
    health: async () => {
      try {
        await sql`select 1 from search_generations limit 1`
        return { available: true }
      } catch (error) {
        return { available: false, reason: error instanceof Error ? error.message : String(error) }
      }
    },
    // Its rows are written from the first listing on.
    isBuilt: async () => true,
  }
}
