import type { MultiSearchQuery } from 'meilisearch'
import type { Facet, Range, SearchFilters, SearchQuery, SearchRanges } from '../../engine.ts'
import type { ParsedQuery } from '../../query/parse-query.ts'
import { isBounded, RANGE_OF } from '../../ranges.ts'
import { MARKED_FIELDS } from './settings.ts'

/** Private-use characters: no listing holds them, so a mark is never mistaken for text or the reverse. */
export const MARK_START = '\ue000'
export const MARK_END = '\ue001'

const SORTS: Record<SearchQuery['sort'], string[]> = {
  relevance: [],
  newest: ['publishedAt:desc'],
  price_asc: ['priceFen:asc'],
  price_desc: ['priceFen:desc'],
}

const oneOf = (field: string, values: readonly string[]): string =>
  `${field} IN [${values.map((value) => JSON.stringify(value)).join(', ')}]`

const bounds = (field: string, { min, max }: Range = {}): string[] => [
  ...(min === undefined ? [] : [`${field} >= ${min}`]),
  ...(max === undefined ? [] : [`${field} <= ${max}`]),
]

/** The chosen filters as Meilisearch writes them, without the one of `except` and the range it shows. */
export const filterOf = (filters: SearchFilters, ranges: SearchRanges = {}, except?: Facet): string[] => [
  ...(Object.entries(filters) as [Facet, readonly string[]][])
    .filter(([facet, values]) => facet !== except && values.length > 0)
    .map(([facet, values]) => oneOf(facet, values)),
  ...(except === 'priceBand' ? [] : bounds('priceFen', ranges.priceFen)),
  ...(except === 'maturityLevel' ? [] : bounds('maturityLevel', ranges.maturityLevel)),
]

const isNarrowed = (facet: Facet, { filters, ranges = {} }: SearchQuery): boolean => {
  const range = RANGE_OF[facet]
  return (filters[facet] ?? []).length > 0 || (range !== undefined && isBounded(ranges[range]))
}

const quoted = (words: readonly string[]): string => `"${words.join(' ')}"`

/** Our query in Meilisearch's own words: it too reads quotation marks and minus signs. */
export const textOf = (parsed: ParsedQuery): string =>
  [
    parsed.rest,
    ...parsed.numbers.map((forms) => forms[0] ?? ''),
    ...parsed.phrases.map(quoted),
    ...parsed.excluded.map((words) => `-${quoted(words)}`),
  ]
    .filter((part) => part !== '')
    .join(' ')

export interface Plan {
  indexUid: string
  query: SearchQuery
  text: string
  /** Only listings that hold a right with one of these numbers. */
  numbers: readonly string[]
  relaxed: boolean
  offset: number
}

/** One search for the page, and one more per chosen facet to count it as if nothing were chosen in it. */
export const searchesOf = ({ indexUid, query, text, numbers, relaxed, offset }: Plan): MultiSearchQuery[] => {
  const only = numbers.length > 0 ? [oneOf('numbers', numbers)] : []
  const chosen = query.facets.filter((facet) => isNarrowed(facet, query))
  const common = { indexUid, q: text, matchingStrategy: relaxed ? 'frequency' : 'all' } as const
  return [
    {
      ...common,
      filter: [...filterOf(query.filters, query.ranges), ...only],
      sort: text === '' && query.sort === 'relevance' ? SORTS.newest : SORTS[query.sort],
      facets: query.facets.filter((facet) => !chosen.includes(facet)),
      offset,
      limit: query.limit + 1,
      attributesToHighlight: [...MARKED_FIELDS],
      highlightPreTag: MARK_START,
      highlightPostTag: MARK_END,
    },
    ...chosen.map((facet) => ({
      ...common,
      filter: [...filterOf(query.filters, query.ranges, facet), ...only],
      facets: [facet],
      limit: 0,
    })),
  ]
}
