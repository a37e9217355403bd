import type { FacetDistribution, Hit } from 'meilisearch'
import type { SearchDocument } from '../../document.ts'
import {
  FACETS,
  type FacetCount,
  type SearchHit,
  type SearchQuery,
  type SearchResult,
  type Segment,
} from '../../engine.ts'
import { presentHit } from '../../highlight.ts'
import { MARK_END, MARK_START } from './query.ts'

/** Text with Meilisearch's marks in it → segments. */
export const segmentsOf = (formatted: string): Segment[] =>
  formatted
    .split(MARK_START)
    .flatMap((piece, i) => {
      if (i === 0) return [{ text: piece, marked: false }]
      const [hit = '', rest = ''] = piece.split(MARK_END)
      return [
        { text: hit, marked: true },
        { text: rest, marked: false },
      ]
    })
    .filter(({ text }) => text !== '')

export const hitOf = (hit: Hit<SearchDocument>, query: SearchQuery): SearchHit => {
  const { _formatted, ...document } = hit
  return presentHit(document, query.locale, (field) => segmentsOf(_formatted?.[field] ?? document[field]))
}

/** Values by count, and by name where the count is the same. */
export const countsOf = (distribution: Readonly<Record<string, number>>): FacetCount[] =>
  Object.entries(distribution)
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))

export const facetsOf = (distributions: readonly FacetDistribution[]): SearchResult['facets'] => {
  const all: FacetDistribution = Object.assign({}, ...distributions)
  const known = FACETS.filter((facet) => facet in all)
  return Object.fromEntries(known.map((facet) => [facet, countsOf(all[facet] ?? {})]))
}
