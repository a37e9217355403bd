import { stemmer } from 'stemmer'
import { remembering } from './remembering.ts'
import { isLatin } from './segment.ts'
import { isStopWord } from './stop-words.ts'

/** Before a stem, so that it is never taken for a word. */
const MARK = '~'

const stemOf = remembering(stemmer)

/** What an English word is found by besides itself: battery and batteries share ~batteri. Null where nothing is. */
export const stemLexeme = (word: string): string | null =>
  isLatin(word) && word.length > 2 && !isStopWord(word) ? MARK + stemOf(word) : null

/** The surest lexeme of a word: its stem where it has one. */
export const lexemeOf = (word: string): string => stemLexeme(word) ?? word
