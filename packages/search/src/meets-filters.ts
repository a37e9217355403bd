import type { SearchDocument } from './document.ts'
import { FACETS, type SearchQuery } from './engine.ts'
import { facetValues } from './facet-values.ts'
import { isBounded, isWithin, RANGE_OF } from './ranges.ts'

/** Whether a search with these filters would show a document: one value of every facet chosen in, inside every range. */
export const meetsFilters = (
  document: SearchDocument,
  { filters, ranges = {} }: Pick<SearchQuery, 'filters' | 'ranges'>,
): boolean => {
  const values = facetValues(document)
  return FACETS.every((facet) => {
    const chosen = filters[facet] ?? []
    const name = RANGE_OF[facet]
    const range = name && ranges[name]
    const isChosen = chosen.length === 0 || chosen.some((value) => values[facet].includes(value))
    return isChosen && !(name && isBounded(range) && !isWithin(document[name], range))
  })
}
