import { Listing, ListingPage, ListingQuery, type ListingSummary } from '@market/contracts/listings'
import type { ApiClient } from '../../lib/api/client.server.ts'
import { attempt } from '../../lib/api/problem.ts'
import { listingPath } from './listing-path.ts'

/** A text that waits for its editors, with what there is to do. */
export interface Todo {
  item: ListingSummary
  reasons: { code: string; words: string }[]
  missing: { path: string; code: string }[]
}

const MOST_TODOS = 12

const waitsForUs = ({ state, changes }: ListingSummary): boolean => state === 'draft' || changes === 'draft'

/** The organization's listings, those that wait for their editors first with what is to be done about them. */
export async function loadMyListings(api: ApiClient, url: URL) {
  const asked = ListingQuery.shape.state.safeParse(url.searchParams.get('state') ?? undefined)
  const state = asked.success ? asked.data : undefined
  const cursor = url.searchParams.get('cursor')
  const first = cursor === null && state === undefined
  const [page, drafts] = await Promise.all([
    api.get('/api/listings', ListingPage, { scope: 'mine', state, cursor, limit: 50 }),
    first
      ? api.get('/api/listings', ListingPage, { scope: 'mine', state: 'draft', limit: MOST_TODOS })
      : null,
  ])
  const known = new Map([...(drafts?.items ?? []), ...page.items].map((item) => [item.id, item]))
  const waiting = first
    ? [...known.values()]
        .filter(waitsForUs)
        .toSorted((left, right) => Number(right.returned ?? false) - Number(left.returned ?? false))
        .slice(0, MOST_TODOS)
    : []
  const todos = await Promise.all(waiting.map((item) => todoOf(api, item)))
  const items = page.items.filter(({ id }) => !waiting.some((item) => item.id === id))
  return { state, todos, items, nextCursor: page.nextCursor }
}

async function todoOf(api: ApiClient, item: ListingSummary): Promise<Todo> {
  const answer = await attempt(() => api.get(listingPath(item.id), Listing))
  const editing = answer.ok ? answer.value.editing : null
  const missing = editing?.problems.map(({ path, code }) => ({ path, code })) ?? []
  return { item, reasons: editing?.reviewReasons ?? [], missing }
}
