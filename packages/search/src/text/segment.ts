import { readFileSync } from 'node:fs'
import { Jieba } from '@node-rs/jieba'
import { TERM_GROUPS } from '../terms/term-list.ts'
import { fold } from './fold.ts'
import { remembering } from './remembering.ts'

export interface Word {
  /** Folded. */
  text: string
  /** Offsets into the original text. */
  start: number
  end: number
  /** Words of one text count up from 1; shorter words inside a longer one share its position. */
  position: number
}

const RUN = /(?<han>\p{Script=Han}+)|(?<other>(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+)/gu
/** PostgreSQL refuses lexemes of 2 kB; nobody searches for a word this long. */
const LONGEST = 64

/** A frequency that makes jieba prefer the term to its parts. */
const TERM_FREQUENCY = 50_000

/** The general dictionary does not know the trade's words: 石墨烯 would fall apart. */
const withOurTerms = (cutter: Jieba): Jieba => {
  const terms = new Set(
    TERM_GROUPS.flatMap(({ zh }) => zh).filter((term) => /^\p{Script=Han}{2,4}$/u.test(term)),
  )
  cutter.loadDict(Buffer.from([...terms].map((term) => `${term} ${TERM_FREQUENCY} n`).join('\n')))
  return cutter
}

let dictionary: Jieba | undefined
/** The dictionary takes 0.2 s and 60 MB: loaded by the first text that needs it, unless that was seen to before. */
const jieba = (): Jieba => {
  dictionary ??= withOurTerms(
    Jieba.withDict(readFileSync(new URL(import.meta.resolve('@node-rs/jieba/dict.txt')))),
  )
  return dictionary
}

/** So that the first to search does not wait for it. */
export const loadDictionary = (): void => {
  jieba()
}

/** Cuts a run of Chinese characters into words; null says that none of them matters, and the run keeps a place. */
type CutRun = (run: string) => readonly string[] | null

const cutHan: CutRun = (run) => jieba().cut(run, true)

/** For texts that come again and again, such as those of what is found: the index is written from each only once. */
export const cutRemembered = remembering((run): readonly string[] => jieba().cut(run, true))

type SeeWord = (text: string, start: number, end: number, position: number, chinese: boolean) => void

/** Goes through the words of a folded text in order; nothing is made of those that nobody keeps. */
const eachWord = (folded: string, cut: CutRun, see: SeeWord): void => {
  let position = 1
  for (const { index, groups, 0: run } of folded.matchAll(RUN)) {
    const chinese = groups?.han !== undefined
    const pieces = chinese ? cut(run) : [run]
    if (pieces === null) {
      position += 1
      continue
    }
    let start = index
    for (const piece of pieces) {
      const end = start + piece.length
      see(piece.length > LONGEST ? piece.slice(0, LONGEST) : piece, start, end, position, chinese)
      start = end
      position += 1
    }
  }
}

/** The words in order, none inside another: what a query asks for. */
export const segment = (text: string, cut = cutHan): Word[] => {
  const words: Word[] = []
  eachWord(fold(text), cut, (word, start, end, position) => words.push({ text: word, start, end, position }))
  return words
}

const isHan = (text: string): boolean => /^\p{Script=Han}/u.test(text)

const cutInside = remembering((word): readonly string[] =>
  jieba()
    .cutForSearch(word, true)
    .filter((part) => part !== word),
)

/** The shorter dictionary words inside a Chinese word: 锂电池 holds 锂电 and 电池. */
export const subwords = (word: string): readonly string[] =>
  word.length > 2 && isHan(word) ? cutInside(word) : []

/** Parts joined by a hyphen are also one word: e-mail is found by email. */
const joinedWords = (words: readonly Word[], text: string): Word[] =>
  words.flatMap((word, i) => {
    const next = words[i + 1]
    if (!next || next.start !== word.end + 1 || text[word.end] !== '-') return []
    if (isHan(word.text) || isHan(next.text)) return []
    return { ...word, text: (word.text + next.text).slice(0, LONGEST), end: next.end }
  })

/** Of the words a folded text can be found by: those of letters, and of the Chinese ones what is wanted. */
export const pickWords = (folded: string, cut: CutRun, wanted: (word: string) => boolean): Word[] => {
  const words: Word[] = []
  eachWord(folded, cut, (word, start, end, position, chinese) => {
    if (!chinese || wanted(word)) words.push({ text: word, start, end, position })
    for (const part of subwords(word)) {
      if (!wanted(part)) continue
      const from = start + word.indexOf(part)
      words.push({ text: part, start: from, end: from + part.length, position })
    }
  })
  return folded.includes('-') ? [...words, ...joinedWords(words, folded)] : words
}

/** Every word a text can be found by, with the words inside longer ones. */
export const segmentForIndex = (text: string): Word[] => pickWords(fold(text), cutHan, () => true)

/** Kana and ideographs begin and end so; the commonest words of all need no look at what script they are. */
const isEastAsian = (code: number): boolean => code >= 0x2e80 && code <= 0x9fff

/** A word of letters with stems and spelling mistakes, as against a Chinese one. */
export const isLatin = (word: string): boolean =>
  !isEastAsian(word.charCodeAt(0)) && /^\p{Script=Latin}/u.test(word)
