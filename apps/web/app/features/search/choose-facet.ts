import type { SearchBound } from '@market/contracts/discovery'

/** A facet counts its values as if its range were not there: choosing one leaves the range, so that it finds what was counted. */
const RANGE_OF: Readonly<Record<string, readonly SearchBound[]>> = {
  price: ['priceMin', 'priceMax'],
  maturity: ['maturityMin', 'maturityMax'],
}

/** H holds H01 and H01M. */
const isOneBranch = (left: string, right: string): boolean => left.startsWith(right) || right.startsWith(left)

/** The address with values of a facet chosen; in the classification they take the place of those above and below them. */
export const withChosen = (
  params: URLSearchParams,
  facet: string,
  values: readonly string[],
): URLSearchParams => {
  const next = withoutChosen(params, facet, values)
  for (const bound of RANGE_OF[facet] ?? []) next.delete(bound)
  const replaced =
    facet === 'ipc' ? next.getAll(facet).filter((old) => values.some((value) => isOneBranch(old, value))) : []
  for (const value of replaced) next.delete(facet, value)
  for (const value of values) next.append(facet, value)
  return next
}

/** The address with values of a facet let go of. */
export const withoutChosen = (
  params: URLSearchParams,
  facet: string,
  values: readonly string[],
): URLSearchParams => {
  const next = new URLSearchParams(params)
  next.delete('cursor')
  for (const value of values) next.delete(facet, value)
  return next
}
