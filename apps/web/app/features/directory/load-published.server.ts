import { SearchPage } from '@market/contracts/discovery'
import { ListingPage, type ListingSummary } from '@market/contracts/listings'
import type { ApiClient } from '../../lib/api/client.server.ts'
import { chosenIn } from './filters.ts'

const PAGE_SIZE = 12

/** One page of what an organization has published, as its address asks. */
export async function loadPublished(api: ApiClient, owner: string, params: URLSearchParams) {
  const q = (params.get('q') ?? '').trim()
  const chosen = chosenIn(params)
  const page = await api.get('/api/search', SearchPage, {
    ...Object.fromEntries(chosen),
    q,
    owner,
    sort: q === '' ? 'newest' : 'relevance',
    cursor: params.get('cursor'),
    limit: PAGE_SIZE,
  })
  const pictures = await picturesOf(
    api,
    page.items.map(({ id }) => id),
  )
  return { q, page, pictures, narrowed: q !== '' || chosen.length > 0 || params.has('cursor') }
}

export type Published = Awaited<ReturnType<typeof loadPublished>>

async function picturesOf(
  api: ApiClient,
  id: string[],
): Promise<Record<string, NonNullable<ListingSummary['picture']>>> {
  if (id.length === 0) return {}
  const { items } = await api.get('/api/listings', ListingPage, { id, limit: PAGE_SIZE })
  return Object.fromEntries(items.flatMap((item) => (item.picture ? [[item.id, item.picture]] : [])))
}
