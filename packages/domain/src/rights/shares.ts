import type { FieldProblem } from '../index.ts'

/** A part of a right as a whole fraction, so that thirds stay thirds. */
export interface Share {
  numerator: number
  denominator: number
}

export interface OwnerPart {
  name: string
  /** Null while the shares are not recorded. */
  share: Share | null
}

const MAX_DENOMINATOR = 1_000_000

const gcd = (left: number, right: number): number => (right === 0 ? left : gcd(right, left % right))

const reduced = (numerator: number, denominator: number): Share => {
  const common = gcd(numerator, denominator)
  return { numerator: numerator / common, denominator: denominator / common }
}

const FRACTION = /^(\d{1,6})\/(\d{1,7})$/
const PERCENT = /^(\d{1,3})(?:\.(\d{1,4}))?%?$/

/** Reads '1/3', '33.5 %' or '50'; null when it is neither, zero, or more than the whole. */
export const parseShare = (typed: string): Share | null => {
  const text = typed.normalize('NFKC').replace(/\s+/g, '')
  const fraction = FRACTION.exec(text)
  const percent = PERCENT.exec(text)
  const decimals = percent?.[2] ?? ''
  const [numerator, denominator] = fraction
    ? [Number(fraction[1]), Number(fraction[2])]
    : [percent ? Number(`${percent[1]}${decimals}`) : 0, 100 * 10 ** decimals.length]
  if (numerator < 1 || numerator > denominator || denominator > MAX_DENOMINATOR) return null
  return reduced(numerator, denominator)
}

/** '50 %' where the hundredths are whole, else the fraction itself. */
export const formatShare = ({ numerator, denominator }: Share): string => {
  const hundredths = (numerator * 10_000) / denominator
  return Number.isInteger(hundredths) ? `${hundredths / 100}%` : `${numerator}/${denominator}`
}

/** Whether parts make up exactly one whole; integers all the way, however many there are. */
export const makeOneWhole = (shares: readonly Share[]): boolean => {
  const common = shares.reduce((product, { denominator }) => product * BigInt(denominator), 1n)
  const sum = shares.reduce(
    (total, { numerator, denominator }) => total + (BigInt(numerator) * common) / BigInt(denominator),
    0n,
  )
  return sum === common
}

/** Owners are named once, and either all of them have a share or none; the shares make one whole. */
export const ownerProblems = (owners: readonly OwnerPart[]): FieldProblem[] => {
  if (owners.length === 0) return [{ path: 'owners', code: 'right.owner_required' }]
  const problems = owners.flatMap(({ name }, index): FieldProblem[] =>
    owners.findIndex((other) => other.name === name) < index
      ? [{ path: `owners.${index}.name`, code: 'right.owner_repeated' }]
      : [],
  )
  const shares = owners.flatMap(({ share }) => (share ? [share] : []))
  if (shares.length === 0) return problems
  if (shares.length < owners.length) return [...problems, { path: 'owners', code: 'right.shares_incomplete' }]
  return makeOneWhole(shares) ? problems : [...problems, { path: 'owners', code: 'right.shares_not_whole' }]
}
