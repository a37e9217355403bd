import { diffWordsWithSpace } from 'diff'

export interface TextSegment {
  kind: 'same' | 'added' | 'removed'
  text: string
}

// Chinese has no spaces between words; the dictionary of the platform knows where they end, in Latin text too.
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** What was added to and taken from a text, word by word. */
export const compareTexts = (before: string, after: string): TextSegment[] =>
  diffWordsWithSpace(before, after, { intlSegmenter: segmenter }).map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }))
