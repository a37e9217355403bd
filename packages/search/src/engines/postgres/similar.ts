import type { Sql } from 'postgres'
import { MOST_CANDIDATES, MOST_TERMS, similarHit, tellingTerms } from '../../alike.ts'
import type { SearchDocument } from '../../document.ts'
import type { SimilarHit, SimilarOptions, TextTerm } from '../../engine.ts'
import { parseQuery } from '../../query/parse-query.ts'
import { type SourceWord, wordsOfDocument, wordsOfText } from '../../text/key-terms.ts'
import { find } from './find.ts'
import { lookUp, type Terms } from './terms.ts'
import { quoteLexeme } from './vector.ts'

const NOTHING_ASKED = parseQuery('')

const weigh = async (sql: Sql, words: readonly SourceWord[], limit: number): Promise<TextTerm[]> => {
  const asked = words.slice(0, MOST_CANDIDATES)
  const { known, total } = await lookUp(sql, new Map(asked.map(({ text }) => [quoteLexeme(text), ''])))
  const holding = (word: string) => known.get(quoteLexeme(word))?.holding ?? 0
  return tellingTerms(asked, holding, total, limit)
}

const termsFor = (weighed: readonly TextTerm[]): Terms => ({
  terms: weighed.map(({ text, weight }) => ({
    words: quoteLexeme(text),
    stems: '',
    weight,
    coverage: weight,
  })),
  required: [],
  phrases: [],
  excluded: [],
  stems: [],
  corrections: [],
})

interface Source {
  words: SourceWord[]
  ipcSymbols: readonly string[]
  id?: string
}

const alike = async (sql: Sql, source: Source, options: SimilarOptions): Promise<SimilarHit[]> => {
  const { limit, filters = {} } = options
  const weighed = await weigh(sql, source.words, MOST_TERMS)
  if (weighed.length === 0) return []
  const { rows } = await find(sql, {
    query: { text: '', filters, sort: 'relevance', limit, locale: 'zh-CN', facets: [] },
    parsed: NOTHING_ASKED,
    terms: termsFor(weighed),
    relaxed: true,
    window: { after: null, offset: 0 },
  })
  return rows
    .filter(({ document }) => document.id !== source.id)
    .slice(0, limit)
    .map(({ document }) => similarHit(document, weighed, source.ipcSymbols))
}

export const similarToText = (sql: Sql, text: string, options: SimilarOptions): Promise<SimilarHit[]> =>
  alike(sql, { words: wordsOfText(text), ipcSymbols: [] }, options)

export const extractTerms = (sql: Sql, text: string, limit: number): Promise<TextTerm[]> =>
  weigh(sql, wordsOfText(text), limit)

export const similarTo = async (sql: Sql, id: string, options: SimilarOptions): Promise<SimilarHit[]> => {
  const [row] = await sql<{ document: string }[]>`
    select d.document::text as document from search_documents d
    join search_generations g on g.id = d.generation and g.state = 'current' where d.id = ${id}`
  if (!row) return []
  const document = JSON.parse(row.document) as SearchDocument
  return alike(sql, { words: wordsOfDocument(document), ipcSymbols: document.ipcSymbols, id }, options)
}
