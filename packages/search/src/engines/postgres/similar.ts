import type { Sql } from 'postgres'
import { MOST_CANDIDATES, MOST_TERMS, similarHit, tellingTerms } from '../../alike.ts'
import type { SearchDocument } from '../../document.ts'
import type { SimilarHit, SimilarOptions, TextTerm } from '../../engine.ts'
import { parseQuery } from '../../query/parse-query.ts'
import { SIMILAR_COVERAGE } from '../../ranking.ts'
import { type SourceWord, wordsOfDocument, wordsOfText } from '../../text/key-terms.ts'
import type { FacetCodes } from './facet-codes.ts'
import { filtersOf } from './filters.ts'
import { findSome } from './find-some.ts'
import { type Lexicon, lexiconOf } from './lexicon.ts'
import type { Terms } from './terms.ts'
import { quoteLexeme } from './vector.ts'

/** A word held by the source alone leads nowhere. */
const weigh = async (sql: Sql, words: readonly SourceWord[], limit: number, leastHolding = 0) => {
  const asked = words.slice(0, MOST_CANDIDATES)
  const lexicon = await lexiconOf(sql, { lexemes: asked.map(({ text }) => text) })
  const known = asked.filter(({ text }) => lexicon && lexicon.holding(text) >= leastHolding)
  if (!lexicon) return null
  return { lexicon, weighed: tellingTerms(known, lexicon.holding, lexicon.generation.documents, limit) }
}

const termsFor = (lexicon: Lexicon, weighed: readonly TextTerm[]): Terms => ({
  lexicon,
  terms: weighed.map(({ text, weight }) => ({
    words: quoteLexeme(text),
    stems: '',
    weight,
    coverage: weight,
    holding: lexicon.holding(text),
  })),
  required: [],
  phrases: [],
  excluded: [],
  stems: [],
  alsoMeant: [],
  alsoMeantTogether: [],
})

interface Source {
  words: SourceWord[]
  ipcSymbols: readonly string[]
  id?: string
}

const alike = async (
  sql: Sql,
  codes: FacetCodes,
  source: Source,
  options: SimilarOptions,
): Promise<SimilarHit[]> => {
  const { limit, filters = {} } = options
  const found = await weigh(sql, source.words, MOST_TERMS, source.id === undefined ? 1 : 2)
  if (!found || found.weighed.length === 0) return []
  const { rows } = await findSome(sql, {
    query: { text: '', filters, sort: 'relevance', limit, locale: 'zh-CN', facets: [] },
    parsed: parseQuery(''),
    terms: termsFor(found.lexicon, found.weighed),
    filters: await filtersOf(sql, codes, { filters }),
    codes,
    coverage: SIMILAR_COVERAGE,
    window: { after: null, offset: 0 },
  })
  return rows
    .filter(({ document }) => document.id !== source.id)
    .slice(0, limit)
    .map(({ document }) => similarHit(document, found.weighed, source.ipcSymbols))
}

export const similarToText = (sql: Sql, codes: FacetCodes, text: string, options: SimilarOptions) =>
  alike(sql, codes, { words: wordsOfText(text), ipcSymbols: [] }, options)

export const extractTerms = async (sql: Sql, text: string, limit: number): Promise<TextTerm[]> =>
  (await weigh(sql, wordsOfText(text), limit))?.weighed ?? []

export const similarTo = async (sql: Sql, codes: FacetCodes, id: string, options: SimilarOptions) => {
  const [row] = await sql<{ document: string }[]>`
    select d.document::text as document from search_documents d
    join search_generations g on g.id = d.generation and g.state = 'current' where d.id = ${id}`
  if (!row) return []
  const document = JSON.parse(row.document) as SearchDocument
  return alike(sql, codes, { words: wordsOfDocument(document), ipcSymbols: document.ipcSymbols, id }, options)
}
