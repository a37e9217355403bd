import type { SearchFilters, SearchQuery, SearchRanges } from '@market/search'

type Asked = Pick<SearchQuery, 'filters' | 'ranges'>
type Stored = Record<string, string[]>

/** Bounds lie among the chosen values under the names the search page's address has for them. */
const BOUNDS = [
  ['priceMin', 'priceFen', 'min'],
  ['priceMax', 'priceFen', 'max'],
  ['maturityMin', 'maturityLevel', 'min'],
  ['maturityMax', 'maturityLevel', 'max'],
] as const

const storedBounds = (ranges: SearchRanges): [string, string[]][] =>
  BOUNDS.flatMap(([key, range, end]): [string, string[]][] => {
    const bound = ranges[range]?.[end]
    return bound === undefined ? [] : [[key, [String(bound)]]]
  })

/** Filters in one order, without those that choose nothing. */
export const storedFilters = ({ filters, ranges = {} }: Asked): Stored =>
  Object.fromEntries(
    [...Object.entries(filters), ...storedBounds(ranges)]
      .filter(([, values]) => values.length > 0)
      .map(([name, values]): [string, string[]] => [name, [...new Set(values)].sort()])
      .sort(([left], [right]) => (left < right ? -1 : 1)),
  )

/** What was stored, as the engines take it. */
export const askedOf = (stored: Readonly<Stored>): { filters: SearchFilters; ranges: SearchRanges } => {
  const ranges: SearchRanges = {}
  for (const [key, range, end] of BOUNDS) {
    const [bound] = stored[key] ?? []
    if (bound !== undefined) ranges[range] = { ...ranges[range], [end]: Number(bound) }
  }
  return { filters: stored, ranges }
}
