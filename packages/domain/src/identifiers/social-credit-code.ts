import {
  DIGIT,
  type IdentifierResult,
  misfit,
  problemAt,
  readTyped,
  repeated,
  type Slot,
  textOf,
} from './typed-text.ts'

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const LETTER_OR_DIGIT: Slot = { test: /^[0-9A-HJ-NPQRTUWXY]$/, expected: '0-9, A-Y (no I O S V Z)' }
const SLOTS: readonly Slot[] = [
  ...repeated(LETTER_OR_DIGIT, 2),
  ...repeated(DIGIT, 6),
  ...repeated(LETTER_OR_DIGIT, 10),
]
const INNER_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2] as const
const INNER_START = 8
const INNER_CHECK = 16

export interface SocialCreditWarning {
  readonly code: 'social_credit_code.inner_check_digit'
  readonly position: number
  readonly expected: string
}

export interface SocialCreditFacts {
  /** Region of first registration; never take it for where the organization sits today. */
  readonly firstRegionCode: string
  /** Things that are unusual but do not make the code wrong. */
  readonly warnings: readonly SocialCreditWarning[]
}

export type SocialCreditCodeResult = IdentifierResult<SocialCreditFacts>

/** The 18th character for the first 17 (weights 3^i, modulo 31). */
export const socialCreditCheckCharacter = (first17: string): string => {
  let weight = 1
  let sum = 0
  for (const char of first17) {
    sum += ALPHABET.indexOf(char) * weight
    weight = (weight * 3) % 31
  }
  return ALPHABET.charAt((31 - (sum % 31)) % 31)
}

/** The check character inside the organization part (its ninth), by the older organization code standard. */
export const organizationCheckCharacter = (first8: string): string => {
  const sum = [...first8].reduce(
    (total, char, index) => total + Number.parseInt(char, 36) * (INNER_WEIGHTS[index] ?? 0),
    0,
  )
  const check = (11 - (sum % 11)) % 11
  return check === 10 ? 'X' : String(check)
}

/** Reads a unified social credit code of 18 characters; spaces, small letters and full width are accepted. */
export const parseSocialCreditCode = (typed: string): SocialCreditCodeResult => {
  const chars = readTyped(typed).filter(({ char }) => char !== '-')
  const wrong = misfit(chars, SLOTS, 'social_credit_code')
  if (wrong) return wrong
  const value = textOf(chars)
  const expected = socialCreditCheckCharacter(value.slice(0, 17))
  const last = chars[17]
  if (last && last.char !== expected) {
    return problemAt('social_credit_code.wrong_check_character', last.position, expected)
  }
  const inner = organizationCheckCharacter(value.slice(INNER_START, INNER_CHECK))
  const innerTyped = chars[INNER_CHECK]
  const warnings: SocialCreditWarning[] =
    innerTyped && innerTyped.char !== inner
      ? [{ code: 'social_credit_code.inner_check_digit', position: innerTyped.position, expected: inner }]
      : []
  return { ok: true, value, firstRegionCode: value.slice(2, 8), warnings }
}
