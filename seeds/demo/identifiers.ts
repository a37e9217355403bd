const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const ORGANIZATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]
const PATENT_WEIGHTS = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]

const weighted = (values: readonly number[], weights: readonly number[]): number =>
  values.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0)

/** Check character of the inner organization code, digits and letters counted 0–35. */
const organizationCheck = (body: string): string => {
  const rest =
    11 -
    (weighted(
      [...body].map((c) => Number.parseInt(c, 36)),
      ORGANIZATION_WEIGHTS,
    ) %
      11)
  if (rest === 10) return 'X'
  return rest === 11 ? '0' : String(rest)
}

/**
 * A well-formed unified social credit code out of a range no registry has reached (inner code MAXX00nn),
 * so that a sample never carries the code of a real body.
 */
export const sampleCreditCode = (prefix: '11' | '12' | '91', region: string, serial: number): string => {
  const inner = `MAXX00${String(serial).padStart(2, '0')}`
  const body = `${prefix}${region}${inner}${organizationCheck(inner)}`
  const weights = [...body].map((_, index) => 3 ** index % 31)
  const sum = weighted(
    [...body].map((c) => CREDIT_ALPHABET.indexOf(c)),
    weights,
  )
  return body + CREDIT_ALPHABET[(31 - (sum % 31)) % 31]
}

/** Application number with its check digit; serials from 9 900 000 up, where no office has numbered yet. */
export const samplePatentNumber = (year: number, type: 1 | 2 | 3, serial: number): string => {
  const body = `${year}${type}99${String(serial).padStart(5, '0')}`
  const rest = weighted([...body].map(Number), PATENT_WEIGHTS) % 11
  return `${body}.${rest === 10 ? 'X' : rest}`
}

export const sampleSoftwareNumber = (year: number, serial: number): string =>
  `${year}SR99${String(serial).padStart(5, '0')}`

export const sampleVarietyNumber = (year: number, serial: number): string =>
  `CNA${year}99${String(serial).padStart(4, '0')}`

export const sampleLayoutNumber = (year: number, serial: number): string =>
  `BS.${String(year).slice(2)}599${String(serial).padStart(4, '0')}`
