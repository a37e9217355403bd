import type { Locale } from '@market/domain'
import {
  FACETS,
  type Facet,
  type FacetCount,
  type SearchFilters,
  type SearchRanges,
  type SearchResult,
  type SearchSort,
} from '@market/search/engine'
import { codeName, type Name, ownerNames } from './facet-names.ts'
import { frozenAmong } from './frozen-listings.ts'
import type { SearchContext } from './search-context.ts'

export interface SearchListingsInput {
  text: string
  filters: SearchFilters
  ranges?: SearchRanges | undefined
  sort: SearchSort
  limit: number
  cursor?: string | undefined
  locale?: Locale | undefined
}

export interface NamedFacetValue extends FacetCount, Name {
  chosen: boolean
}

export interface ListingSearchResult extends Omit<SearchResult, 'facets'> {
  facets: Record<Facet, NamedFacetValue[]>
  /** Which of the hits take no requests, for a right in them has ended. */
  frozen: ReadonlySet<string>
}

/** A broad search finds the results of hundreds of owners: the list beside it names those with most of them. */
const MOST_OWNERS = 50

const mostOf = (facet: Facet): number => (facet === 'ownerId' ? MOST_OWNERS : Number.POSITIVE_INFINITY)

/** A value someone chose stays visible beyond the most and at zero, or it could not be let go of again. */
const withChosen = (found: readonly FacetCount[], chosen: readonly string[], most: number): FacetCount[] => {
  const counts = found.filter(({ value }, at) => at < most || chosen.includes(value))
  const missing = chosen.filter((value) => !counts.some((count) => count.value === value))
  return [...counts, ...missing.map((value) => ({ value, count: 0 }))]
}

/** Published listings that answer a query. Public. Refuses with `cursor.invalid`. */
export const searchListings = async (
  context: SearchContext,
  input: SearchListingsInput,
): Promise<ListingSearchResult> => {
  const { text, filters, ranges, sort, limit, cursor, locale = context.locale } = input
  const result = await context.search.search({
    text,
    filters,
    ranges,
    sort,
    limit,
    cursor,
    locale,
    facets: FACETS,
  })
  const counts = Object.fromEntries(
    FACETS.map((facet) => [
      facet,
      withChosen(result.facets[facet] ?? [], filters[facet] ?? [], mostOf(facet)),
    ]),
  ) as Record<Facet, FacetCount[]>
  const [owners, frozen] = await Promise.all([
    ownerNames(
      context.db,
      counts.ownerId.map(({ value }) => value),
    ),
    frozenAmong(
      context.db,
      result.hits.map(({ id }) => id),
    ),
  ])
  const nameOf = (facet: Facet, value: string): Name =>
    facet === 'ownerId' ? (owners.get(value) ?? { nameZh: value, nameEn: value }) : codeName(facet, value)
  const facets = Object.fromEntries(
    FACETS.map((facet) => [
      facet,
      counts[facet].map(({ value, count }) => ({
        value,
        count,
        ...nameOf(facet, value),
        chosen: (filters[facet] ?? []).includes(value),
      })),
    ]),
  ) as Record<Facet, NamedFacetValue[]>
  return { ...result, facets, frozen }
}
