import type { Meilisearch } from 'meilisearch'
import { type Aggregation, DIMENSIONS, type SearchQuery } from '../../engine.ts'
import { isEmptyQuery, parseQuery } from '../../query/parse-query.ts'
import { RELAX_BELOW } from '../../ranking.ts'
import { countsOf } from './present.ts'
import { filterOf, textOf } from './query.ts'
import { spelledRight } from './spelling.ts'

/** Counts of all that a search finds; the server estimates the total. */
export const aggregate = async (
  client: Meilisearch,
  indexUid: string,
  { text, filters, ranges }: Pick<SearchQuery, 'text' | 'filters' | 'ranges'>,
): Promise<Aggregation> => {
  const parsed = await spelledRight(client, indexUid, parseQuery(text))
  const ask = async (matchingStrategy: 'all' | 'frequency') => {
    const { results } = await client.multiSearch({
      queries: [
        {
          indexUid,
          q: textOf(parsed),
          matchingStrategy,
          filter: filterOf(filters, ranges),
          facets: [...DIMENSIONS],
          limit: 0,
        },
      ],
    })
    return results[0]
  }
  const strict = await ask('all')
  const enough = (strict?.estimatedTotalHits ?? 0) >= RELAX_BELOW || isEmptyQuery(parsed)
  const found = enough ? strict : await ask('frequency')
  const counts = Object.fromEntries(
    DIMENSIONS.map((dimension) => [dimension, countsOf(found?.facetDistribution?.[dimension] ?? {})]),
  )
  return { total: found?.estimatedTotalHits ?? 0, counts: counts as Aggregation['counts'] }
}
