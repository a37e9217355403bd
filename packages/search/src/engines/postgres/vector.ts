import type { SearchDocument } from '../../document.ts'
import { FIELD_LABELS } from '../../ranking.ts'
import { isLatin, segmentForIndex } from '../../text/segment.ts'

type Label = 'A' | 'B' | 'C' | 'D'

const LAST_POSITION = 16_383
const MOST_POSITIONS = 255
/** Keeps a phrase from reaching over the border of two fields. */
const FIELD_GAP = 10

/** Lexemes hold letters and digits only, yet a quoting bug here would be an injection. */
export const quoteLexeme = (word: string): string =>
  `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`

/** The symbol and everything above it: H01M 10/0525 is found by H01, H01M and H01M10 too. */
const ipcWords = (symbol: string): string => {
  const bare = symbol.replaceAll(/\s/g, '')
  const group = bare.split('/')[0] ?? bare
  return [bare.slice(0, 3), bare.slice(0, 4), group, ...symbol.split(/\s/), symbol].join(' ')
}

const labelledTexts = (document: SearchDocument): [Label, string][] => [
  [FIELD_LABELS.title, document.titleZh],
  [FIELD_LABELS.title, document.titleEn],
  [FIELD_LABELS.number, document.numbers.join(' ')],
  [FIELD_LABELS.summary, document.summaryZh],
  [FIELD_LABELS.summary, document.summaryEn],
  [FIELD_LABELS.applications, document.applicationsZh],
  [FIELD_LABELS.applications, document.applicationsEn],
  [FIELD_LABELS.problem, document.problemZh],
  [FIELD_LABELS.problem, document.problemEn],
  [FIELD_LABELS.advantage, document.advantageZh],
  [FIELD_LABELS.advantage, document.advantageEn],
  [FIELD_LABELS.owner, document.ownerNameZh],
  [FIELD_LABELS.owner, document.ownerNameEn],
  [FIELD_LABELS.ipc, document.ipcSymbols.map(ipcWords).join(' ')],
]

export interface DocumentVector {
  /** Text form of a tsvector: our own words stand in it untouched, as under the 'simple' configuration. */
  words: string
  wordCount: number
  /** Latin words, for finding the one meant by a misspelt one. */
  vocabulary: string[]
}

const isVocabulary = (word: string): boolean => isLatin(word) && word.length >= 2 && word.length <= 32

export const vectorOf = (document: SearchDocument): DocumentVector => {
  const places = new Map<string, string[]>()
  let offset = 0
  let wordCount = 0
  for (const [label, text] of labelledTexts(document)) {
    let last = 0
    for (const word of segmentForIndex(text)) {
      const list = places.get(word.text) ?? []
      if (list.length < MOST_POSITIONS)
        list.push(`${Math.min(offset + word.position, LAST_POSITION)}${label}`)
      places.set(word.text, list)
      last = Math.max(last, word.position)
    }
    wordCount += last
    offset += last + FIELD_GAP
  }
  return {
    words: [...places].map(([word, list]) => `${quoteLexeme(word)}:${list.join(',')}`).join(' '),
    wordCount,
    vocabulary: [...places.keys()].filter(isVocabulary),
  }
}
