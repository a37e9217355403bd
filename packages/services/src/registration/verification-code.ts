import { createHash, timingSafeEqual } from 'node:crypto'

/** Crockford's base 32: no letter that is read as a digit. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 16

const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Sixteen characters a person can type off a paper, made from a random secret: 80 bits. */
export const verificationCodeFrom = (secret: string): string =>
  Array.from(digestOf(secret).subarray(0, LENGTH), (byte) => ALPHABET[byte % ALPHABET.length]).join('')

/** As typed: case, spaces and hyphens do not count, and look-alikes are read as the digit they resemble. */
export const normaliseVerificationCode = (typed: string): string =>
  typed.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')

/** Compares in the same time whether or not the code, or the certificate, is right. */
export const isVerificationCode = (typed: string, code: string | null): boolean => {
  const same = timingSafeEqual(digestOf(normaliseVerificationCode(typed)), digestOf(code ?? ''))
  return same && code !== null
}
