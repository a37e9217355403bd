import type { SearchDocument } from './document.ts'
import { type Names, namesFor, namesIn } from './engines/postgres/terms.ts'
import { allOf, anyOf, phraseQuery, prefixQuery, quoteLexeme, vectorOf } from './engines/postgres/vector.ts'
import { isEmptyQuery, type ParsedQuery, parseQuery } from './query/parse-query.ts'
import { pinyinTyped, readsAsPinyin } from './text/pinyin.ts'
import { stemLexeme } from './text/stem.ts'
import { titlePinyin } from './text/title-pinyin.ts'

/** Raised whenever queries are read differently: what an older edition compiled is compiled again. */
const EDITION = 6

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

/** Before the pinyin of title words, so that it is never taken for a word. */
const asTyped = (letters: string): string => `@${letters}`

/** Letters from here on may be a beginning. */
const LEAST_BEGINNING = 4

/**
 * Letters that can be pinyin are that as well. A search reads them so only where no listing holds them as a word; what is
 * kept cannot know that, so the letters must be syllables or initials throughout.
 */
const pinyinWays = ({ words, openWord }: ParsedQuery): string => {
  const together = pinyinTyped(words)
  if (together === null) return ''
  const way = (letters: string, isOpen: boolean): string =>
    isOpen && letters.length >= LEAST_BEGINNING
      ? prefixQuery(asTyped(letters))
      : quoteLexeme(asTyped(letters))
  const whole = readsAsPinyin(together) ? way(together, openWord !== null) : ''
  const apart = words.every(readsAsPinyin) ? allOf(words.map((word) => way(word, word === openWord))) : ''
  return anyOf([whole, apart])
}

/** As in a search, less guesses at spelling, which depend on what the market holds today. */
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
  const meant = anyOf([allOf(query.words.map((word) => wayTo(word, query, names))), pinyinWays(query)])
  const every = allOf([meant, ...query.phrases.map(phraseQuery)])
  const number = anyOf(query.numbers.flat().map(quoteLexeme))
  const excluded = query.excluded.map((words) => `!(${phraseQuery(words)})`)
  return allOf([anyOf([every, number]), ...excluded])
}

const face = (document: SearchDocument): string => {
  const typed = titlePinyin(document.titleZh).map((letters) => quoteLexeme(asTyped(letters)))
  return [vectorOf(document).words, ...typed].join(' ')
}

export const createStandingQueries = (): StandingQueries => ({
  edition: EDITION,
  compile,
  face,
})
