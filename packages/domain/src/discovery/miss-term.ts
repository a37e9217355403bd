/** A term is shown to the authority once this many different visitors asked for it within one week. */
export const MISS_MIN_VISITORS = 3

const LONGEST = 60
const MOST_WORDS = 8
/** Seven digits in a row may be a telephone or an identity number; @ is an address. */
const PERSONAL = /@|\d{7,}|\d{3}[-\s]\d{4}/u

/**
 * A search text in the form in which the same question of several people is one term; null for what is too long to
 * be a term, or looks like a person's address or number.
 */
export const missTermOf = (text: string): string | null => {
  const term = text.normalize('NFKC').trim().toLowerCase().replaceAll(/\s+/gu, ' ')
  if (term.length < 2 || term.length > LONGEST || term.split(' ').length > MOST_WORDS) return null
  return PERSONAL.test(term) ? null : term
}
