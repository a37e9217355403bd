import { DIGIT, type IdentifierResult, misfit, readTyped, repeated, textOf } from './typed-text.ts'

const LENGTH = 16
const LEGACY_LENGTH = 14

/**
 * Reads a contract registration number: 16 digits, or the 14 of old records. Year and region must not be read
 * out of it: how the national system splits the digits is not known.
 */
export const parseRegistrationNumber = (typed: string): IdentifierResult<{ readonly legacy: boolean }> => {
  const chars = readTyped(typed)
  const legacy = chars.length === LEGACY_LENGTH
  const wrong = misfit(chars, repeated(DIGIT, legacy ? LEGACY_LENGTH : LENGTH), 'registration_number')
  return wrong ?? { ok: true, value: textOf(chars), legacy }
}
