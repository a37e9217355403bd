import type { Matches } from '../../highlight.ts'
import type { ParsedQuery } from '../../query/parse-query.ts'
import { isLatin, subwords } from '../../text/segment.ts'
import { stemLexeme } from '../../text/stem.ts'
import type { Terms } from './terms.ts'

/** Letters that every form of an English word begins with; a stem may end otherwise than its words. */
const LEAST_START = 2
const ENDING = 2

const startOf = (word: string): string => {
  const stem = stemLexeme(word)?.slice(1)
  return stem === undefined ? word : stem.slice(0, Math.max(LEAST_START, stem.length - ENDING))
}

/** Which words of a text the query hit. */
export const matcher = (parsed: ParsedQuery, terms: Terms | null): Matches => {
  const words = new Set([
    ...parsed.words,
    ...parsed.words.flatMap(subwords),
    ...(terms?.alsoMeant ?? []),
    ...parsed.numbers.flat(),
  ])
  const stems = new Set(terms?.stems ?? [])
  const open = parsed.openWord
  const begins = (word: string) => open !== null && isLatin(open) && word.startsWith(open)
  const single: (word: string) => boolean = (word) => {
    if (words.has(word) || begins(word)) return true
    const stem = stems.size > 0 ? stemLexeme(word) : null
    return stem !== null && stems.has(stem)
  }
  const together = terms?.alsoMeantTogether ?? []
  const starts = [...new Set([...words, ...together.flat()].map(startOf))]
  return {
    single,
    together,
    mayHit: (folded) => {
      // What a hyphen joins is one word, too.
      const joined = folded.replaceAll('-', '')
      return starts.some((start) => joined.includes(start))
    },
  }
}
