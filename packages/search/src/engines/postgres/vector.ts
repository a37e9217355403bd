import type { SearchDocument } from '../../document.ts'
import { FIELD_LABELS } from '../../ranking.ts'
import { type Pinyin, pinyinOf } from '../../text/pinyin.ts'
import { isLatin, segmentForIndex } from '../../text/segment.ts'
import { stemLexeme } from '../../text/stem.ts'

type Label = 'A' | 'B' | 'C' | 'D'

const LAST_POSITION = 16_383
const MOST_POSITIONS = 255
/** Keeps a phrase from reaching over the border of two fields. */
const FIELD_GAP = 10

/** Lexemes hold letters and digits only, yet a quoting bug here would be an injection. */
export const quoteLexeme = (word: string): string =>
  `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`

/** Any of several tsqueries, in their text form; empty ones say nothing. */
export const anyOf = (queries: readonly string[]): string => joined(queries, ' | ')
export const allOf = (queries: readonly string[]): string => joined(queries, ' & ')
const joined = (queries: readonly string[], separator: string): string =>
  queries
    .filter((query) => query !== '')
    .map((query) => `(${query})`)
    .join(separator)

export const phraseQuery = (words: readonly string[]): string => words.map(quoteLexeme).join(' <-> ')
export const prefixQuery = (word: string): string => `${quoteLexeme(word)}:*`

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

export interface IndexedWord {
  word: string
  latin: boolean
  pinyin: string | null
  initials: string | null
}

export interface DocumentVector {
  /** Text form of a tsvector: our own words stand in it untouched, as under the 'simple' configuration. */
  words: string
  /** The words of the titles without places. */
  title: string
  wordCount: number
  vocabulary: IndexedWord[]
}

const isVocabulary = (word: string): boolean => isLatin(word) && word.length >= 2 && word.length <= 32

const spoken = new Map<string, Pinyin | null>()
/** The titles of a market repeat their words. */
const spokenForm = (word: string): Pinyin | null => {
  const known = spoken.get(word)
  if (known !== undefined) return known
  const form = pinyinOf(word)
  spoken.set(word, form)
  return form
}

const indexedWord = (word: string, inTitle: boolean): IndexedWord => {
  const form = inTitle ? spokenForm(word) : null
  return { word, latin: isVocabulary(word), pinyin: form?.full ?? null, initials: form?.initials ?? null }
}

export const vectorOf = (document: SearchDocument): DocumentVector => {
  const places = new Map<string, string[]>()
  const inTitle = new Set<string>()
  const put = (lexeme: string, place: number, label: Label): void => {
    const list = places.get(lexeme) ?? []
    if (list.length < MOST_POSITIONS) list.push(`${Math.min(place, LAST_POSITION)}${label}`)
    places.set(lexeme, list)
    if (label === FIELD_LABELS.title) inTitle.add(lexeme)
  }
  let offset = 0
  let wordCount = 0
  for (const [label, text] of labelledTexts(document)) {
    let last = 0
    for (const word of segmentForIndex(text)) {
      put(word.text, offset + word.position, label)
      const stem = stemLexeme(word.text)
      if (stem !== null) put(stem, offset + word.position, label)
      last = Math.max(last, word.position)
    }
    wordCount += last
    offset += last + FIELD_GAP
  }
  return {
    words: [...places].map(([word, list]) => `${quoteLexeme(word)}:${list.join(',')}`).join(' '),
    title: [...inTitle].map(quoteLexeme).join(' '),
    wordCount,
    vocabulary: [...places.keys()].map((word) => indexedWord(word, inTitle.has(word))),
  }
}
