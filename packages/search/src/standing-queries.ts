import type { SearchDocument } from './document.ts'
import { type Names, namesFor, namesIn } from './engines/postgres/terms.ts'
import { allOf, anyOf, phraseQuery, prefixQuery, quoteLexeme, vectorOf } from './engines/postgres/vector.ts'
import { isEmptyQuery, type ParsedQuery, parseQuery } from './query/parse-query.ts'
import { stemLexeme } from './text/stem.ts'

/** Raised whenever queries are read differently: what an older edition compiled is compiled again. */
const EDITION = 3

/**
 * Search the other way round: the queries are kept, and each new document is held against all of them in one
 * statement. A query stands for what the engines call a full hit: every word, no guessing at spelling.
 */
export interface StandingQueries {
  readonly edition: number
  /** The text form of a tsquery; null when the query asks for everything. */
  compile(text: string): string | null
  /** A document as the conditions look at it: the text form of a tsvector. */
  face(document: SearchDocument): string
}

/** As in a search, less what depends on what the market holds today: guesses at spelling, and pinyin. */
const wayTo = (word: string, query: ParsedQuery, names: Names): string => {
  const stem = stemLexeme(word)
  return anyOf([
    quoteLexeme(word),
    stem === null ? '' : quoteLexeme(stem),
    word === query.openWord ? prefixQuery(word) : '',
    ...namesFor(word, names).map(({ lexeme }) => quoteLexeme(lexeme)),
  ])
}

const compile = (text: string): string | null => {
  const query = parseQuery(text)
  if (isEmptyQuery(query)) return null
  const names = namesIn(query)
  const every = allOf([
    ...query.words.map((word) => wayTo(word, query, names)),
    ...query.phrases.map(phraseQuery),
  ])
  const number = anyOf(query.numbers.flat().map(quoteLexeme))
  const excluded = query.excluded.map((words) => `!(${phraseQuery(words)})`)
  return allOf([anyOf([every, number]), ...excluded])
}

export const createStandingQueries = (): StandingQueries => ({
  edition: EDITION,
  compile,
  face: (document) => vectorOf(document).words,
})
