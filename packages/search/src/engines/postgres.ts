import type { Sql } from 'postgres'
import { decodeCursor, encodeCursor, type Position } from '../cursor.ts'
import type { SearchDocument } from '../document.ts'
import type { SearchEngine, SearchQuery, SearchResult } from '../engine.ts'
import { type Matches, mark, presentHit } from '../highlight.ts'
import { isEmptyQuery, type ParsedQuery, parseQuery } from '../query/parse-query.ts'
import { RELAX_BELOW } from '../ranking.ts'
import { isLatin, segment, subwords } from '../text/segment.ts'
import { aggregate } from './postgres/aggregate.ts'
import { type Found, find, type Window } from './postgres/find.ts'
import { extractTerms, similarTo, similarToText } from './postgres/similar.ts'
import { wordsWithStems } from './postgres/stems.ts'
import { type Terms, termsOf } from './postgres/terms.ts'
import { indexDocuments, rebuildDocuments, removeDocuments } from './postgres/write.ts'

export interface PostgresEngineOptions {
  sql: Sql
  /** Signs the cursors; the same for every process that answers searches. */
  cursorSecret: string
}

const TEXTS = ['titleEn', 'summaryEn', 'problemEn', 'advantageEn', 'applicationsEn'] as const

const latinWords = (documents: readonly SearchDocument[]): string[] => {
  const words = documents.flatMap((document) => TEXTS.flatMap((field) => segment(document[field])))
  return [...new Set(words.map((word) => word.text).filter(isLatin))]
}

const matcher = (parsed: ParsedQuery, terms: Terms, stemmed: readonly string[]): Matches => {
  const inner = parsed.words.flatMap(subwords)
  const words = new Set([
    ...parsed.words,
    ...inner,
    ...terms.corrections,
    ...stemmed,
    ...parsed.numbers.flat(),
  ])
  const open = parsed.openWord
  return (word) => words.has(word) || (open !== null && isLatin(open) && word.startsWith(open))
}

/** A cursor of another engine has no sort values we could go on from, but says how many hits were seen. */
const windowOf = (position: Position | null): Window =>
  position === null
    ? { after: null, offset: 0 }
    : position.engine === 'postgres'
      ? { after: position.after, offset: 0 }
      : { after: null, offset: position.seen }

interface Answer {
  found: Found
  relaxed: boolean
}

const answer = async (
  sql: Sql,
  query: SearchQuery,
  parsed: ParsedQuery,
  terms: Terms,
  position: Position | null,
) => {
  const window = windowOf(position)
  const ask = async (relaxed: boolean): Promise<Answer> => ({
    found: await find(sql, { query, parsed, terms, relaxed, window }),
    relaxed,
  })
  // A further page must be cut from the same list as the first.
  if (position) return ask(position.relaxed)
  const strict = await ask(false)
  return strict.found.total < RELAX_BELOW && parsed.words.length + parsed.numbers.length > 0
    ? ask(true)
    : strict
}

const nextCursor = (query: SearchQuery, { found, relaxed }: Answer, seen: number, secret: string) => {
  const last = found.rows[query.limit - 1]
  if (!last || found.rows.length <= query.limit) return null
  const after: [string, string] = [last.key, last.document.id]
  return encodeCursor(query, { engine: 'postgres', relaxed, seen, after }, secret)
}

const search = async (
  { sql, cursorSecret }: PostgresEngineOptions,
  asked: SearchQuery,
): Promise<SearchResult> => {
  const position = decodeCursor(asked, cursorSecret)
  const parsed = parseQuery(asked.text)
  const query =
    isEmptyQuery(parsed) && asked.sort === 'relevance' ? { ...asked, sort: 'newest' as const } : asked
  const terms = await termsOf(sql, parsed)
  const result = await answer(sql, query, parsed, terms, position)
  const documents = result.found.rows.slice(0, query.limit).map((row) => row.document)
  const matches = matcher(parsed, terms, await wordsWithStems(sql, latinWords(documents), terms.stems))
  const seen = (position?.seen ?? 0) + documents.length
  return {
    hits: documents.map((document) =>
      presentHit(document, query.locale, (field) => mark(document[field], matches)),
    ),
    total: { value: result.found.total, exact: true },
    facets: result.found.facets,
    nextCursor: nextCursor(asked, result, seen, cursorSecret),
    relaxed: result.relaxed,
    answeredBy: 'postgres',
    fallback: false,
  }
}

/** Search inside the market's own database: always there, and the one to fall back on. */
export const createPostgresEngine = (options: PostgresEngineOptions): SearchEngine => ({
  name: 'postgres',
  search: (query) => search(options, query),
  similar: (id, asked) => similarTo(options.sql, id, asked),
  similarToText: (text, asked) => similarToText(options.sql, text, asked),
  extractTerms: (text, limit) => extractTerms(options.sql, text, limit),
  aggregate: (query) => aggregate(options.sql, query),
  index: (documents) => indexDocuments(options.sql, documents),
  remove: (ids) => removeDocuments(options.sql, ids),
  rebuild: (documents) => rebuildDocuments(options.sql, documents),
  health: async () => {
    try {
      await options.sql`select 1 from search_generations limit 1`
      return { available: true }
    } catch (error) {
      return { available: false, reason: error instanceof Error ? error.message : String(error) }
    }
  },
  // Its rows are written from the first listing on.
  isBuilt: async () => true,
})
