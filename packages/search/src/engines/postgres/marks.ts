import type { Matches } from '../../highlight.ts'
import type { ParsedQuery } from '../../query/parse-query.ts'
import { isLatin, subwords } from '../../text/segment.ts'
import { stemLexeme } from '../../text/stem.ts'
import type { Terms } from './terms.ts'

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
  return { single, together: terms?.alsoMeantTogether ?? [] }
}
