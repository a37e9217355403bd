import type { Sql } from 'postgres'
import type { SearchDocument } from './document.ts'
import { anyOf, phraseQuery, quoteLexeme, vectorOf } from './engines/postgres/vector.ts'
import { isEmptyQuery, type ParsedQuery, parseQuery } from './query/parse-query.ts'
import { isLatin } from './text/segment.ts'

/** Raised whenever queries are read differently: what an older edition compiled is compiled again. */
const EDITION = 1

/** A document as the conditions of standing queries look at it. */
export interface DocumentFace {
  /** Text form of a tsvector. */
  words: string
  /** English texts, whose stems are looked at as well. */
  english: string
}

/**
 * Search the other way round: the queries are kept, and each new document is held against all of them in one
 * statement. A query stands for what the engines call a full hit: every word, no guessing at spelling.
 */
export interface StandingQueries {
  readonly edition: number
  /** The text form of a tsquery; null when the query asks for everything. */
  compile(text: string): Promise<string | null>
  face(document: SearchDocument): DocumentFace
}

const everyOf = (conditions: readonly string[]): string =>
  conditions.map((condition) => `(${condition})`).join(' & ')

/** As words are stemmed in the index: battery for batteries; '' for a word that is none. */
const stemQueries = async (sql: Sql, words: readonly string[]): Promise<Map<string, string>> => {
  const latin = words.filter(isLatin)
  if (latin.length === 0) return new Map()
  const rows = await sql<{ word: string; stem: string }[]>`
    select word, plainto_tsquery('english', word)::text as stem from unnest(${latin}::text[]) as word`
  return new Map(rows.map(({ word, stem }) => [word, stem]))
}

/** The word itself, its stem, and what begins with it while it may be unfinished: as in a search. */
const wayTo = (word: string, query: ParsedQuery, stems: ReadonlyMap<string, string>): string => {
  const exact = quoteLexeme(word)
  return anyOf([exact, stems.get(word) ?? '', word === query.openWord ? `${exact}:*` : ''])
}

const compile = async (sql: Sql, text: string): Promise<string | null> => {
  const query = parseQuery(text)
  if (isEmptyQuery(query)) return null
  const stems = await stemQueries(sql, query.words)
  const every = [
    ...query.words.map((word) => wayTo(word, query, stems)),
    ...query.phrases.filter((words) => words.length > 1).map(phraseQuery),
  ]
  const number = anyOf(query.numbers.flat().map(quoteLexeme))
  const wanted = anyOf([everyOf(every), number])
  const excluded = query.excluded.map((words) => `!(${phraseQuery(words)})`)
  return everyOf([wanted, ...excluded].filter((condition) => condition !== ''))
}

const englishOf = (document: SearchDocument): string =>
  [
    document.titleEn,
    document.summaryEn,
    document.applicationsEn,
    document.problemEn,
    document.advantageEn,
  ].join('\n')

export const createStandingQueries = ({ sql }: { sql: Sql }): StandingQueries => ({
  edition: EDITION,
  compile: (text) => compile(sql, text),
  face: (document) => ({ words: vectorOf(document).words, english: englishOf(document) }),
})
