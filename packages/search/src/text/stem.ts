import { stemmer } from 'stemmer'
import { isLatin } from './segment.ts'
import { isStopWord } from './stop-words.ts'

/** Before a stem, so that it is never taken for a word. */
const MARK = '~'

const MOST_REMEMBERED = 50_000
const remembered = new Map<string, string>()

const stemOf = (word: string): string => {
  const known = remembered.get(word)
  if (known !== undefined) return known
  const stem = stemmer(word)
  if (remembered.size >= MOST_REMEMBERED) remembered.clear()
  remembered.set(word, stem)
  return stem
}

/** What an English word is found by besides itself: battery and batteries share ~batteri. Null where nothing is. */
export const stemLexeme = (word: string): string | null =>
  isLatin(word) && word.length > 2 && !isStopWord(word) ? MARK + stemOf(word) : null

/** The surest lexeme of a word: its stem where it has one. */
export const lexemeOf = (word: string): string => stemLexeme(word) ?? word
