import { isCodeOf, TECHNICAL_FIELDS, type TechnicalField } from '../codes/index.ts'
import {
  DIGIT,
  type IdentifierResult,
  misfit,
  problemAt,
  readTyped,
  repeated,
  type Slot,
  type TypedChar,
  textOf,
} from './typed-text.ts'

export type IpcLevel = 'section' | 'class' | 'subclass' | 'group'

const IPC_HEAD: readonly Slot[] = [
  { test: /^[A-H]$/, expected: 'A-H' },
  DIGIT,
  DIGIT,
  { test: /^[A-Z]$/, expected: 'A-Z' },
]
const SLASH: Slot = { test: /^\/$/, expected: '/' }
const IPC_LEVELS: Readonly<Record<number, IpcLevel>> = { 1: 'section', 3: 'class', 4: 'subclass' }

// '(2006.01)I' as offices print it, '20060101AFI20211005BHCN' as WIPO ST.8 fills it in.
const EDITION = /(?:\(\d{4}\.\d{2}\)[A-Z]{0,2}|(?:19|20)\d{2}(?:0[1-9]|1[0-2])\d{2}[ACS][FL][IN].*)$/

const withoutEdition = (chars: readonly TypedChar[]): readonly TypedChar[] => {
  const edition = EDITION.exec(textOf(chars))
  return edition ? chars.slice(0, edition.index) : chars
}

/** Slots of main group and subgroup, as long as what was typed within 1-4 and 2-6 digits. */
const groupSlots = (tail: readonly TypedChar[]): Slot[] => {
  const slash = tail.findIndex(({ char }) => char === '/')
  const mainDigits = Math.min(Math.max(slash === -1 ? tail.length : slash, 1), 4)
  const subDigits = Math.min(Math.max(tail.length - mainDigits - 1, 2), 6)
  return [...repeated(DIGIT, mainDigits), SLASH, ...repeated(DIGIT, subDigits)]
}

/** Reads an IPC symbol of any depth ('H', 'H01', 'H01M', 'H01M 10/0525'); a trailing edition is dropped. */
export const parseIpcSymbol = (typed: string): IdentifierResult<{ readonly level: IpcLevel }> => {
  const chars = withoutEdition(readTyped(typed))
  const level = IPC_LEVELS[chars.length]
  if (level) {
    const wrong = misfit(chars, IPC_HEAD.slice(0, chars.length), 'ipc')
    return wrong ?? { ok: true, value: textOf(chars), level }
  }
  const wrong = misfit(chars, [...IPC_HEAD, ...groupSlots(chars.slice(4))], 'ipc')
  if (wrong) return wrong
  const text = textOf(chars)
  return { ok: true, value: `${text.slice(0, 4)} ${text.slice(4)}`, level: 'group' }
}

/** Reads a Locarno class for designs ('06-01'; '0601' is read the same). */
export const parseLocarnoClass = (typed: string): IdentifierResult<object> => {
  const typedChars = readTyped(typed)
  const chars = typedChars[2]?.char === '-' ? typedChars.filter((_, index) => index !== 2) : typedChars
  const wrong = misfit(chars, repeated(DIGIT, 4), 'locarno')
  if (wrong) return wrong
  const text = textOf(chars)
  const mainClass = Number(text.slice(0, 2))
  if (mainClass < 1 || mainClass > 32) {
    return problemAt('locarno.unknown_class', chars[0]?.position ?? 1, '01-32')
  }
  return { ok: true, value: `${text.slice(0, 2)}-${text.slice(2)}` }
}

/** First division of each section of GB/T 4754-2017, A to T. */
const SECTION_STARTS = [1, 6, 13, 44, 47, 51, 53, 61, 63, 66, 70, 71, 73, 76, 80, 83, 84, 86, 91, 97] as const
const LAST_DIVISION = 97
const SECTION_LETTERS = 'ABCDEFGHIJKLMNOPQRST'
const SECTION: Slot = { test: /^[A-T]$/, expected: 'A-T' }

/** The section letter of a two-digit division ('27' → 'C'); null when there is no such division. */
export const industrySectionOf = (division: string): string | null => {
  const number = Number(division)
  if (!/^\d{2}$/.test(division) || number < 1 || number > LAST_DIVISION) return null
  return SECTION_LETTERS.charAt(SECTION_STARTS.findLastIndex((start) => start <= number))
}

export type IndustryLevel = 'section' | 'division' | 'group' | 'class'
const INDUSTRY_LEVELS: Readonly<Record<number, IndustryLevel>> = { 2: 'division', 3: 'group', 4: 'class' }

/** Reads a GB/T 4754 code: a section letter, or 2 to 4 digits with or without it. `value` carries the letter. */
export const parseIndustryCode = (
  typed: string,
): IdentifierResult<{ readonly level: IndustryLevel; readonly section: string; readonly digits: string }> => {
  const chars = readTyped(typed)
  const [first] = chars
  const lettered = first !== undefined && !DIGIT.test.test(first.char)
  const digits = lettered ? chars.slice(1) : chars
  if (lettered && !SECTION.test.test(first.char)) {
    return problemAt('industry.wrong_character', first.position, SECTION.expected)
  }
  if (lettered && digits.length === 0) {
    return { ok: true, value: first.char, level: 'section', section: first.char, digits: '' }
  }
  const length = Math.min(Math.max(digits.length, 2), 4)
  const wrong = misfit(digits, repeated(DIGIT, length), 'industry')
  if (wrong) return wrong
  const text = textOf(digits)
  const section = industrySectionOf(text.slice(0, 2))
  if (!section) return problemAt('industry.unknown_division', digits[0]?.position ?? 1, '01-97')
  if (lettered && first.char !== section) {
    return problemAt('industry.section_mismatch', first.position, section)
  }
  return {
    ok: true,
    value: `${section}${text}`,
    level: INDUSTRY_LEVELS[length] ?? 'class',
    section,
    digits: text,
  }
}

/** Reads one of the eleven technical fields ('1' is read as '01'). */
export const parseTechnicalField = (typed: string): IdentifierResult<{ readonly field: TechnicalField }> => {
  const chars = readTyped(typed)
  const length = chars.length === 1 ? 1 : 2
  const wrong = misfit(chars, repeated(DIGIT, length), 'technical_field')
  if (wrong) return wrong
  const value = textOf(chars).padStart(2, '0')
  if (!isCodeOf(TECHNICAL_FIELDS, value)) {
    return problemAt('technical_field.unknown', chars[0]?.position ?? 1, '01-11')
  }
  return { ok: true, value, field: value }
}
