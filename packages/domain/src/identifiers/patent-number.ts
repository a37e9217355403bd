import type { PatentRightKind } from '../codes/index.ts'
import {
  DIGIT,
  endOf,
  type IdentifierProblem,
  type IdentifierResult,
  misfit,
  problemAt,
  readTyped,
  repeated,
  type Slot,
  type TypedChar,
  textOf,
} from './typed-text.ts'

export interface PatentNumberFacts {
  readonly kind: PatentRightKind
  /** Filed through the Patent Cooperation Treaty. */
  readonly pct: boolean
  /** The year of filing. */
  readonly year: number
  /** 'old' is the eight-digit form used until September 2003. */
  readonly form: 'old' | 'new'
  /** False only for numbers of 1985 to 1988, which were given without one. */
  readonly hasCheckDigit: boolean
}

export type PatentNumberResult = IdentifierResult<PatentNumberFacts>

const KINDS: Readonly<Record<string, { kind: PatentRightKind; pct: boolean }>> = {
  '1': { kind: 'invention_patent', pct: false },
  '2': { kind: 'utility_model', pct: false },
  '3': { kind: 'design_patent', pct: false },
  '8': { kind: 'invention_patent', pct: true },
  '9': { kind: 'utility_model', pct: true },
}

const KIND_SLOT: Slot = { test: /^[12389]$/, expected: '1, 2, 3, 8, 9' }
const NEW_FORM = { name: 'new', digits: 12, yearDigits: 4, firstYear: 1985, lastYear: 2099 } as const
const OLD_FORM = { name: 'old', digits: 8, yearDigits: 2, firstYear: 1985, lastYear: 2003 } as const
type Form = typeof NEW_FORM | typeof OLD_FORM

const FIRST_YEAR_WITH_CHECK_DIGIT = 1989
const WEIGHTS = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5] as const

/** The check digit of the 8 or 12 digits of an application number (weighted sum modulo 11, 10 written X). */
export const patentCheckDigit = (digits: string): string => {
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (WEIGHTS[index] ?? 0), 0)
  const remainder = sum % 11
  return remainder === 10 ? 'X' : String(remainder)
}

const withoutPrefix = (chars: readonly TypedChar[]): readonly TypedChar[] => {
  const prefix = /^(ZL|CN)/.exec(textOf(chars))
  return prefix ? chars.slice(prefix[0].length) : chars
}

// No year of the old form begins with 19 or 20, so the first two digits decide.
const formOf = (chars: readonly TypedChar[]): Form => (/^(19|20)/.test(textOf(chars)) ? NEW_FORM : OLD_FORM)

const yearOfDigits = (digits: string, form: Form): number => {
  const written = Number(digits.slice(0, form.yearDigits))
  if (form.name === 'new') return written
  return written >= 85 ? 1900 + written : 2000 + written
}

/** Splits digits from check character and says where a full stop stands that should not. */
const splitDot = (chars: readonly TypedChar[], form: Form): readonly TypedChar[] | IdentifierProblem => {
  const dot = chars.findIndex(({ char }) => char === '.')
  if (dot === -1) return chars
  const typed = chars[dot]
  if (typed && dot !== form.digits) return problemAt('patent_number.misplaced_dot', typed.position, '0-9')
  return chars.filter((_, index) => index !== dot)
}

const isProblem = (value: readonly TypedChar[] | IdentifierProblem): value is IdentifierProblem =>
  'ok' in value

const yearProblem = (digits: readonly TypedChar[], form: Form, year: number): IdentifierProblem | null => {
  if (year >= form.firstYear && year <= form.lastYear) return null
  const expected = form.name === 'new' ? `${form.firstYear}-${form.lastYear}` : '85-99, 00-03'
  return problemAt('patent_number.impossible_year', digits[0]?.position ?? 1, expected)
}

const digitsProblem = (digits: readonly TypedChar[], form: Form): IdentifierProblem | null => {
  const serial = form.digits - form.yearDigits - 1
  const slots = [...repeated(DIGIT, form.yearDigits), KIND_SLOT, ...repeated(DIGIT, serial)]
  return misfit(digits, slots, 'patent_number')
}

const checkProblem = (
  chars: readonly TypedChar[],
  form: Form,
  expected: string,
): IdentifierProblem | null => {
  const check = chars[form.digits]
  if (!check) return problemAt('patent_number.check_digit_missing', endOf(chars), expected)
  if (check.char !== expected) return problemAt('patent_number.wrong_check_digit', check.position, expected)
  const surplus = chars[form.digits + 1]
  return surplus ? problemAt('patent_number.too_long', surplus.position, '') : null
}

/**
 * Reads a Chinese patent or application number. Accepts ZL or CN in front, spaces, full-width characters, a
 * small x and a missing full stop; `value` is the plain form '201710601862.3'.
 */
export const parsePatentNumber = (typed: string): PatentNumberResult => {
  const body = withoutPrefix(readTyped(typed))
  const form = formOf(body)
  const chars = splitDot(body, form)
  if (isProblem(chars)) return chars
  const digits = chars.slice(0, form.digits)
  const malformed = digitsProblem(digits, form)
  if (malformed) return malformed
  const number = textOf(digits)
  const year = yearOfDigits(number, form)
  const kind = KINDS[number.charAt(form.yearDigits)]
  const impossible = yearProblem(digits, form, year)
  if (impossible || !kind)
    return impossible ?? problemAt('patent_number.wrong_character', 1, KIND_SLOT.expected)
  const facts = { ...kind, year, form: form.name }
  if (year < FIRST_YEAR_WITH_CHECK_DIGIT && form.name === 'old' && chars.length === form.digits) {
    return { ok: true, value: number, ...facts, hasCheckDigit: false }
  }
  const check = patentCheckDigit(number)
  const wrong = checkProblem(chars, form, check)
  return wrong ?? { ok: true, value: `${number}.${check}`, ...facts, hasCheckDigit: true }
}

/** The number of a granted patent as it is printed: 'ZL201710601862.3'. */
export const grantedPatentNumber = (value: string): string => `ZL${value}`
