import type { Fragment, Sql } from 'postgres'
import type { SearchDocument } from '../../document.ts'
import type { SearchQuery } from '../../engine.ts'
import type { ParsedQuery } from '../../query/parse-query.ts'
import type { FacetCodes } from './facet-codes.ts'
import type { Filters } from './filters.ts'
import type { Terms } from './terms.ts'
import { anyOf, asNumber, prefixQuery, quoteLexeme } from './vector.ts'

export interface Window {
  /** Sort key and id of the last row seen. */
  after: [string, string] | null
  offset: number
}

/** One search, read and ready to be asked. */
export interface Question {
  query: SearchQuery
  parsed: ParsedQuery
  terms: Terms
  filters: Filters
  codes: FacetCodes
  window: Window
  /** Share of the query's rarity that must be held; by default that of a relaxed search. */
  coverage?: number
}

export interface FoundRow {
  key: string
  document: SearchDocument
}

export const numbersOf = ({ parsed }: Question): string[] => parsed.numbers.flat()

/** The registered numbers of a query as one tsquery. */
export const numberQuery = (question: Question): string =>
  anyOf(numbersOf(question).map((form) => quoteLexeme(asNumber(form))))

/** Numbers stand among the words as well, where their beginnings can be found. */
export const numberStarts = (question: Question): string => anyOf(numbersOf(question).map(prefixQuery))

/**
 * A document `d` of the generation read holds what the tsquery says; an empty one says nothing. The planner is not shown
 * the query: of a common word it would rather read all documents, not knowing that their vectors lie outside the rows.
 */
export const holds = (sql: Sql, { terms }: Question, tsquery: string): Fragment =>
  tsquery === ''
    ? sql`d.generation = ${terms.lexicon.generation.id}`
    : sql`d.generation = ${terms.lexicon.generation.id} and d.words @@ (select ${tsquery}::text::tsquery)`

export const afterWindow = (sql: Sql, { window }: Question): Fragment =>
  window.after
    ? sql`(key, id) < (${window.after[0]}::text::numeric, ${window.after[1]}::text::uuid)`
    : sql`true`

/** The rows of a `page` of key and id, with their documents, as text. */
export const pageRows = (sql: Sql, { terms }: Question): Fragment => sql`
  (select coalesce(json_agg(json_build_object('key', page.key::text, 'document', d.document)
     order by page.key desc, d.id desc), '[]')
   from page join search_documents d on d.generation = ${terms.lexicon.generation.id} and d.id = page.id)::text`
