import type { FieldProblem } from '../index.ts'

/** One character as it will be judged, with its 1-based place in what the person typed. */
export interface TypedChar {
  readonly char: string
  readonly position: number
}

/** Why an identifier was refused: which character (1-based, as typed) and what should stand there. */
export interface IdentifierProblem {
  readonly ok: false
  readonly code: string
  readonly position: number
  readonly expected: string
}

export type IdentifierResult<Value extends object> =
  | ({ readonly ok: true; readonly value: string } & Value)
  | IdentifierProblem

const FULL_WIDTH = /[！-～]/
const FULL_WIDTH_SHIFT = 0xfee0
const INVISIBLE = /[\s\u200b-\u200d\u2060\ufeff]/u
// What Chinese input methods and typeset pages put where a code has a full stop or a hyphen.
const LOOKALIKES: Readonly<Record<string, string>> = {
  '。': '.',
  '·': '.',
  '•': '.',
  '–': '-',
  '—': '-',
  '−': '-',
  '‐': '-',
  '‑': '-',
}

const normalizeChar = (char: string): string => {
  const half = FULL_WIDTH.test(char) ? String.fromCharCode(char.charCodeAt(0) - FULL_WIDTH_SHIFT) : char
  return (LOOKALIKES[half] ?? half).toUpperCase()
}

/** Half width, upper case and without spaces, every character still knowing where it was typed. */
export const readTyped = (text: string): TypedChar[] =>
  [...text]
    .map((char, index) => ({ char, position: index + 1 }))
    .filter(({ char }) => !INVISIBLE.test(char))
    .map(({ char, position }) => ({ char: normalizeChar(char), position }))

export const textOf = (chars: readonly TypedChar[]): string => chars.map(({ char }) => char).join('')

/** The place just behind the last character, where something is missing. */
export const endOf = (chars: readonly TypedChar[]): number => (chars.at(-1)?.position ?? 0) + 1

export const problemAt = (code: string, position: number, expected: string): IdentifierProblem => ({
  ok: false,
  code,
  position,
  expected,
})

export interface Slot {
  readonly test: RegExp
  readonly expected: string
}

export const DIGIT: Slot = { test: /^[0-9]$/, expected: '0-9' }

/** The first character that does not fit its slot, or the missing or surplus one; null when all fit. */
export const misfit = (
  chars: readonly TypedChar[],
  slots: readonly Slot[],
  code: string,
): IdentifierProblem | null => {
  for (const [index, slot] of slots.entries()) {
    const typed = chars[index]
    if (!typed) return problemAt(`${code}.too_short`, endOf(chars), slot.expected)
    if (!slot.test.test(typed.char))
      return problemAt(`${code}.wrong_character`, typed.position, slot.expected)
  }
  const surplus = chars[slots.length]
  return surplus ? problemAt(`${code}.too_long`, surplus.position, '') : null
}

export const repeated = (slot: Slot, count: number): Slot[] => Array.from({ length: count }, () => slot)

/** The problem of one identifier as the problem of one form field. */
export const identifierFieldProblem = (path: string, problem: IdentifierProblem): FieldProblem => ({
  path,
  code: problem.code,
  params: { position: problem.position, expected: problem.expected },
})
