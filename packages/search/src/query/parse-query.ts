import { MOST_SEARCHED } from '@market/domain/discovery'
import { extractNumbers } from '../number-forms.ts'
import { fold } from '../text/fold.ts'
import { isLatin, segment } from '../text/segment.ts'
import { isStopWord } from '../text/stop-words.ts'

export interface ParsedQuery {
  /** Each registered number in all its forms. */
  numbers: string[][]
  /** Words asked for, in order, each once. */
  words: string[]
  /** Words written without a space between them, in order: they belong together, but need not stand together. */
  runs: string[][]
  /** Words in quotation marks: they must stand together. */
  phrases: string[][]
  /** After a minus sign, a number in each of its forms: a document holding one of these is left out. */
  excluded: string[][]
  /** What was written outside quotation marks, without numbers and exclusions. */
  rest: string
  /** The last word may still be being typed. */
  openWord: string | null
}

const MOST_WORDS = 24
const QUOTED = /(?<minus>(?<![^\s])-)?["“”「『](?<words>[^"“”」』]*)["“”」』]/gu
const EXCLUDED = /(?<![^\s])-(?<word>[^\s"-][^\s"]*)/gu

const wordsOf = (text: string): string[] => segment(text).map((word) => word.text)

/** Without the words that say nothing, unless nothing else is said. */
const meaningful = (words: readonly string[]): string[] => {
  const kept = words.filter((word) => !isStopWord(word))
  return [...new Set(kept.length > 0 ? kept : words)].slice(0, MOST_WORDS)
}

const openWordOf = (rest: string, words: readonly string[]): string | null => {
  const last = segment(rest).at(-1)
  if (!last || last.end !== rest.length || !words.includes(last.text)) return null
  // One Chinese character or two letters begin too many words to mean one of them.
  return last.text.length >= (isLatin(last.text) ? 3 : 2) ? last.text : null
}

/** What stands in quotation marks when it is nothing but registered numbers. */
const quotedNumbers = (text: string): string[][] => {
  const { numbers, excluded, rest } = extractNumbers(text)
  return rest.trim() === '' ? [...numbers, ...excluded] : []
}

const singly = (forms: readonly string[]): string[][] => forms.map((form) => [form])

/** Reads `"exact phrase"`, `-without` and registered numbers in any form, quoted or not; everything else is words. */
export const parseQuery = (input: string): ParsedQuery => {
  const numbers: string[][] = []
  const phrases: string[][] = []
  const excluded: string[][] = []
  const withoutQuotes = fold(input.slice(0, MOST_SEARCHED)).replaceAll(QUOTED, (...match) => {
    const groups = match.at(-1) as { minus?: string; words: string }
    const quoted = quotedNumbers(groups.words)
    if (quoted.length === 0) (groups.minus ? excluded : phrases).push(wordsOf(groups.words))
    else if (groups.minus) excluded.push(...quoted.flatMap(singly))
    else numbers.push(...quoted)
    return ' '
  })
  const { rest: withMinus, ...unquoted } = extractNumbers(withoutQuotes)
  numbers.push(...unquoted.numbers)
  excluded.push(...unquoted.excluded.flatMap(singly))
  const rest = withMinus.replaceAll(EXCLUDED, (_, word: string) => {
    excluded.push(wordsOf(word))
    return ' '
  })
  const runs = rest.split(/[\s,，;；、。]+/u).map(wordsOf)
  const words = meaningful([...runs.flat(), ...phrases.flat()])
  return {
    numbers,
    words,
    runs: runs.filter((run) => run.length > 1 && run.length <= 8),
    phrases: phrases.filter((phrase) => phrase.length > 0),
    excluded: excluded.filter((words) => words.length > 0),
    rest: rest.trim(),
    openWord: openWordOf(rest, words),
  }
}

export const isEmptyQuery = (query: ParsedQuery): boolean =>
  query.words.length + query.numbers.length + query.excluded.length === 0
