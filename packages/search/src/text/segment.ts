import { readFileSync } from 'node:fs'
import { Jieba } from '@node-rs/jieba'
import { TERM_GROUPS } from '../terms/term-list.ts'
import { fold } from './fold.ts'

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

const cutHan = (run: string): string[] => jieba().cut(run, true)

/** Whether a run of Chinese characters is worth being cut into words; one that is not has none, and keeps a place. */
type IsWorthCutting = (run: string) => boolean

const always: IsWorthCutting = () => true

/** The words in order, none inside another: what a query asks for. */
export const segment = (text: string, isWorthCutting = always): Word[] => {
  const words: Word[] = []
  let position = 1
  for (const { index, groups, 0: run } of fold(text).matchAll(RUN)) {
    const isChinese = groups?.han !== undefined
    if (isChinese && !isWorthCutting(run)) {
      position += 1
      continue
    }
    let start = index
    for (const piece of isChinese ? cutHan(run) : [run]) {
      const end = start + piece.length
      words.push({ text: piece.slice(0, LONGEST), start, end, position })
      start = end
      position += 1
    }
  }
  return words
}

const isHan = (text: string): boolean => /^\p{Script=Han}/u.test(text)

const MOST_REMEMBERED = 50_000
const remembered = new Map<string, readonly string[]>()

/** A market's texts repeat their words, and cutting a word again costs as much as the first time. */
const cutInside = (word: string): readonly string[] => {
  const known = remembered.get(word)
  if (known !== undefined) return known
  const parts = jieba()
    .cutForSearch(word, true)
    .filter((part) => part !== word)
  if (remembered.size >= MOST_REMEMBERED) remembered.clear()
  remembered.set(word, parts)
  return parts
}

/** The shorter dictionary words inside a Chinese word: 锂电池 holds 锂电 and 电池. */
export const subwords = (word: string): readonly string[] =>
  isHan(word) && word.length > 2 ? cutInside(word) : []

const innerWords = (word: Word): Word[] =>
  subwords(word.text).flatMap((part) => {
    const start = word.start + word.text.indexOf(part)
    return { text: part, start, end: start + part.length, position: word.position }
  })

/** Parts joined by a hyphen are also one word: e-mail is found by email. */
const joinedWords = (words: readonly Word[], text: string): Word[] =>
  words.flatMap((word, i) => {
    const next = words[i + 1]
    if (!next || next.start !== word.end + 1 || text[word.end] !== '-') return []
    if (isHan(word.text) || isHan(next.text)) return []
    return { ...word, text: (word.text + next.text).slice(0, LONGEST), end: next.end }
  })

/** Every word a text can be found by, with the words inside longer ones. */
export const segmentForIndex = (text: string, isWorthCutting = always): Word[] => {
  const words = segment(text, isWorthCutting)
  return [...words.flatMap((word) => [word, ...innerWords(word)]), ...joinedWords(words, text)]
}

/** A word of letters with stems and spelling mistakes, as against a Chinese one. */
export const isLatin = (word: string): boolean => /^\p{Script=Latin}/u.test(word)
