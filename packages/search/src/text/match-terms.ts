import { segmentForIndex } from './segment.ts'
import { isMeasure, isWeakWord } from './weak-words.ts'

const SHORTEST = 2

const carries = (word: string): boolean =>
  word.length >= SHORTEST && !isMeasure(word) && !/^[\d\s]+$/.test(word)

/** The different words of texts by which they are found; Chinese and English alike. */
export const matchTerms = (texts: readonly string[]): string[] => [
  ...new Set(texts.flatMap((text) => segmentForIndex(text).map((word) => word.text)).filter(carries)),
]

/** Of those, the words that say what the texts are about, for comparing two records. */
export const subjectTerms = (terms: readonly string[]): ReadonlySet<string> =>
  new Set(terms.filter((term) => !isWeakWord(term)))
