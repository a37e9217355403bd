import { FavouriteMarks, SimilarListings, VisitFigures } from '@market/contracts/returning'
import type { ApiClient } from '../../lib/api/client.server.ts'
import { attempt } from '../../lib/api/problem.ts'

export interface Attention {
  kept: boolean
  visits: VisitFigures | null
  similar: SimilarListings['items']
}

/** Counts this visit and reads what there is beside a listing; a page never fails because of it. */
export async function loadAttention(api: ApiClient, id: string): Promise<Attention> {
  const listing = `/api/listings/${encodeURIComponent(id)}`
  const path = `${listing}/visits`
  const [kept, visits, similar] = await Promise.all([
    api.hasSession()
      ? attempt(() => api.get('/api/favourites/marks', FavouriteMarks, { listing: id }))
      : null,
    attempt(() => api.get(path, VisitFigures)),
    attempt(() => api.get(`${listing}/similar`, SimilarListings)),
    attempt(() => api.sendOnly('POST', path)),
  ])
  return {
    kept: kept?.ok === true && kept.value.listingIds.length > 0,
    visits: visits.ok ? visits.value : null,
    similar: similar.ok ? similar.value.items : [],
  }
}
