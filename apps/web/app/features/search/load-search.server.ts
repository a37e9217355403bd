import {
  SEARCH_BOUNDS,
  SEARCH_ENGINE_HEADER,
  SEARCH_FACETS,
  type SearchFacet,
  SearchPage,
} from '@market/contracts/discovery'
import { FavouriteMarks } from '@market/contracts/returning'
import type { ApiClient } from '../../lib/api/client.server.ts'
import { attempt } from '../../lib/api/problem.ts'

const SORTS = ['relevance', 'newest', 'price_asc', 'price_desc'] as const
export type Sort = (typeof SORTS)[number]

export interface SearchView {
  q: string
  sort: Sort
  page: SearchPage
  chosen: Partial<Record<SearchFacet, string[]>>
  chosenCount: number
  /** The engine that should have answered could not. */
  fallback: boolean
  /** Those among the results that the person has kept. */
  kept: string[]
}

/** The search of an address: its parameters are those of the API, so they are passed on as they are. */
export async function loadSearch(api: ApiClient, params: URLSearchParams): Promise<SearchView> {
  const q = params.get('q') ?? ''
  const asked = SORTS.find((sort) => sort === params.get('sort'))
  const sort = asked ?? (q.trim() === '' ? 'newest' : 'relevance')
  const chosen = Object.fromEntries(
    SEARCH_FACETS.map((facet) => [facet, params.getAll(facet)] as const).filter(
      ([, values]) => values.length > 0,
    ),
  )
  const bounds = Object.fromEntries(
    SEARCH_BOUNDS.map((bound) => [bound, params.get(bound)] as const).filter(([, value]) => value),
  )
  const asking = { ...chosen, ...bounds, q, sort, cursor: params.get('cursor') }
  const response = await api.raw('/api/search', {}, asking)
  const page = SearchPage.parse(await response.json())
  return {
    q,
    sort,
    chosen,
    page,
    kept: await keptAmong(
      api,
      page.items.map(({ id }) => id),
    ),
    chosenCount: Object.values(chosen).flat().length + Object.keys(bounds).length,
    fallback: response.headers.get(SEARCH_ENGINE_HEADER)?.includes('fallback') ?? false,
  }
}

/** The results show without hearts rather than not at all. */
async function keptAmong(api: ApiClient, listing: string[]): Promise<string[]> {
  if (!api.hasSession() || listing.length === 0) return []
  const answer = await attempt(() => api.get('/api/favourites/marks', FavouriteMarks, { listing }))
  return answer.ok ? answer.value.listingIds : []
}
