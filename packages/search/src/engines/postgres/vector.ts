import type { SearchDocument } from '../../document.ts'
import { FIELD_LABELS } from '../../ranking.ts'
import { jointNamesIn } from '../../terms/joint-names.ts'
import { type Pinyin, pinyinOf } from '../../text/pinyin.ts'
import { isLatin, segmentForIndex, type Word } from '../../text/segment.ts'
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
/** All but what a tsquery finds. */
export const not = (query: string): string => (query === '' ? '' : `!(${query})`)
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

const titlesOf = ({ titleZh, titleEn }: SearchDocument): [Label, string][] => [
  [FIELD_LABELS.title, titleZh],
  [FIELD_LABELS.title, titleEn],
]

const otherTexts = (document: SearchDocument): [Label, string][] => [
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
  wordCount: number
  vocabulary: IndexedWord[]
}

/** The same word where it stands in a title: finds the best of a common word without reading a text. */
export const inTitle = (lexeme: string): string => `^${lexeme}`
/** A form of a registered number: whole, and of a right of the listing, not merely named in its text. */
export const asNumber = (form: string): string => `#${form}`

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

const indexedWord = (word: string, isTitled: boolean): IndexedWord => {
  const form = isTitled ? spokenForm(word) : null
  return { word, latin: isVocabulary(word), pinyin: form?.full ?? null, initials: form?.initials ?? null }
}

/** Every lexeme a text is found by, with its place: its words, English stems, and names made of several words. */
const lexemesIn = (words: readonly Word[]): [lexeme: string, position: number][] => {
  const single = words.flatMap(({ text, position }): [string, number][] => {
    const stem = stemLexeme(text)
    return stem === null
      ? [[text, position]]
      : [
          [text, position],
          [stem, position],
        ]
  })
  return [...single, ...jointNamesIn(single)]
}

export const vectorOf = (document: SearchDocument): DocumentVector => {
  const places = new Map<string, string[]>()
  const titled = new Set<string>()
  let offset = 0
  let wordCount = 0
  const read = (label: Label, text: string, isTitle: boolean): void => {
    const words = segmentForIndex(text)
    for (const [lexeme, position] of lexemesIn(words)) {
      const list = places.get(lexeme) ?? []
      if (list.length === 0) places.set(lexeme, list)
      if (list.length < MOST_POSITIONS) list.push(`${Math.min(offset + position, LAST_POSITION)}${label}`)
      if (isTitle) titled.add(lexeme)
    }
    const last = words.reduce((most, { position }) => Math.max(most, position), 0)
    wordCount += last
    offset += last + FIELD_GAP
  }
  for (const [label, text] of titlesOf(document)) read(label, text, true)
  for (const [label, text] of otherTexts(document)) read(label, text, false)
  const marks = [...titled].map(inTitle)
  const numbers = [...new Set(document.numbers)].map(asNumber)
  return {
    words: [
      ...[...places].map(([word, list]) => `${quoteLexeme(word)}:${list.join(',')}`),
      ...[...marks, ...numbers].map(quoteLexeme),
    ].join(' '),
    wordCount,
    vocabulary: [
      ...[...places.keys()].map((word) => indexedWord(word, titled.has(word))),
      ...marks.map((word) => indexedWord(word, false)),
    ],
  }
}
