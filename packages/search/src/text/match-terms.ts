import { segmentForIndex } from './segment.ts'
import { isWeakWord } from './weak-words.ts'

const SHORTEST = 2

const carries = (word: string): boolean =>
  word.length >= SHORTEST && !isWeakWord(word) && !/^[\d\s]+$/.test(word)

/** The different words that say what texts are about, for comparing two records; Chinese and English alike. */
export const matchTerms = (texts: readonly string[]): string[] => [
  ...new Set(texts.flatMap((text) => segmentForIndex(text).map((word) => word.text)).filter(carries)),
]
