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

/** The words in order, none inside another: what a query asks for. */
export const segment = (text: string, cut = cutHan): Word[] => {
  const words: Word[] = []
  let position = 1
  for (const { index, groups, 0: run } of fold(text).matchAll(RUN)) {
    const pieces = groups?.han === undefined ? [run] : cut(run)
    if (pieces === null) {
      position += 1
      continue
    }
    let start = index
    for (const piece of pieces) {
      const end = start + piece.length
      words.push({ text: piece.slice(0, LONGEST), start, end, position })
      start = end
      position += 1
    }
  }
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
  isHan(word) && word.length > 2 ? cutInside(word) : []

const innerWord = (word: Word, part: string): Word => {
  const start = word.start + word.text.indexOf(part)
  return { text: part, start, end: start + part.length, position: word.position }
}

/** Parts joined by a hyphen are also one word: e-mail is found by email. */
const joinedWords = (words: readonly Word[], text: string): Word[] =>
  words.flatMap((word, i) => {
    const next = words[i + 1]
    if (!next || next.start !== word.end + 1 || text[word.end] !== '-') return []
    if (isHan(word.text) || isHan(next.text)) return []
    return { ...word, text: (word.text + next.text).slice(0, LONGEST), end: next.end }
  })

/** Every word a text can be found by, with the words inside longer ones. */
export const segmentForIndex = (text: string, cut = cutHan): Word[] => {
  const words = segment(text, cut)
  const all: Word[] = []
  for (const word of words) {
    all.push(word)
    for (const part of subwords(word.text)) all.push(innerWord(word, part))
  }
  return text.includes('-') ? [...all, ...joinedWords(words, text)] : all
}

/** A word of letters with stems and spelling mistakes, as against a Chinese one. */
export const isLatin = (word: string): boolean => /^\p{Script=Latin}/u.test(word)
