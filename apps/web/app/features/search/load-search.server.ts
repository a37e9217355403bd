import { SEARCH_ENGINE_HEADER, SearchPage } from '@market/contracts/discovery'
import { FavouriteMarks } from '@market/contracts/returning'
import type { ApiClient } from '../../lib/api/client.server.ts'
import { attempt } from '../../lib/api/problem.ts'
import { type ChosenFilter, chosenFilters } from '../../lib/chosen-filters.ts'
import { parametersOf, questionOf } from '../../lib/search-question.ts'

const SORTS = ['relevance', 'newest', 'price_asc', 'price_desc'] as const
export type Sort = (typeof SORTS)[number]

/** The search without one of its filters. */
export interface Loosened {
  filter: ChosenFilter
  search: string
  total: number
}

const MOST_WAYS = 6

export interface SearchView {
  q: string
  sort: Sort
  page: SearchPage
  /** What narrows it, by name. */
  chosen: ChosenFilter[]
  /** Where nothing was found: filters without which something would be. */
  ways: Loosened[]
  /** The engine that should have answered could not. */
  fallback: boolean
  /** Those among the results that the person has kept. */
  kept: string[]
}

/** The search of an address. */
export async function loadSearch(api: ApiClient, params: URLSearchParams): Promise<SearchView> {
  const question = questionOf(params)
  const q = question.get('q') ?? ''
  const asked = SORTS.find((sort) => sort === params.get('sort'))
  const sort = asked ?? (q === '' ? 'newest' : 'relevance')
  const asking = { ...parametersOf(question), sort, cursor: params.get('cursor') }
  const response = await api.raw('/api/search', {}, asking)
  const page = SearchPage.parse(await response.json())
  const chosen = chosenFilters(question, page)
  return {
    q,
    sort,
    page,
    chosen,
    ways: page.total === 0 ? await loosen(api, question, chosen) : [],
    kept: await keptAmong(
      api,
      page.items.map(({ id }) => id),
    ),
    fallback: response.headers.get(SEARCH_ENGINE_HEADER)?.includes('fallback') ?? false,
  }
}

async function loosen(
  api: ApiClient,
  question: URLSearchParams,
  chosen: ChosenFilter[],
): Promise<Loosened[]> {
  const tries = chosen.slice(0, MOST_WAYS).map(async (filter) => {
    const without = new URLSearchParams(question)
    without.delete(filter.name, filter.value)
    const asking = { ...parametersOf(without), limit: 1 }
    const answer = await attempt(() => api.get('/api/search', SearchPage, asking))
    return { filter, search: without.toString(), total: answer.ok ? answer.value.total : 0 }
  })
  return (await Promise.all(tries)).filter(({ total }) => total > 0)
}

/** The results show without hearts rather than not at all. */
async function keptAmong(api: ApiClient, listing: string[]): Promise<string[]> {
  if (!api.hasSession() || listing.length === 0) return []
  const answer = await attempt(() => api.get('/api/favourites/marks', FavouriteMarks, { listing }))
  return answer.ok ? answer.value.listingIds : []
}
