import type { SearchDocument } from '../document.ts'
import { FIELD_LABELS, weightOfLabel } from '../ranking.ts'
import { isLatin, segmentForIndex } from './segment.ts'
import { isWeakWord } from './weak-words.ts'

/** A word of a source text and how firmly that text is about it. */
export interface SourceWord {
  text: string
  firmness: number
}

const tellsSomething = (word: string): boolean =>
  !isWeakWord(word) && !/^[\d.]+$/.test(word) && word.length >= (isLatin(word) ? 3 : 2)

/** The words of weighted texts; more places count, but soon level off. */
const weigh = (texts: readonly (readonly [weight: number, text: string])[]): SourceWord[] => {
  const sums = new Map<string, number>()
  for (const [weight, text] of texts) {
    for (const word of segmentForIndex(text)) {
      if (tellsSomething(word.text)) sums.set(word.text, (sums.get(word.text) ?? 0) + weight)
    }
  }
  return [...sums]
    .map(([text, sum]) => ({ text, firmness: sum / (sum + 1) }))
    .sort((a, b) => b.firmness - a.firmness || (a.text < b.text ? -1 : 1))
}

export const wordsOfText = (text: string): SourceWord[] => weigh([[1, text]])

const FIELDS = ['title', 'summary', 'applications', 'problem', 'advantage'] as const

export const wordsOfDocument = (document: SearchDocument): SourceWord[] =>
  weigh(
    FIELDS.flatMap((field) => {
      const weight = weightOfLabel(FIELD_LABELS[field])
      return [
        [weight, document[`${field}Zh`]],
        [weight, document[`${field}En`]],
      ] as const
    }),
  )
