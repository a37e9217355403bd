import { listings } from '@market/database/schema'
import { refuse } from '@market/domain'
import { authorize, relationsTo } from '@market/domain/policy'
import type { SimilarHit } from '@market/search'
import { eq } from 'drizzle-orm'
import { isPublic } from './favourites/records.ts'
import { frozenAmong } from './frozen-listings.ts'
import type { SearchContext } from './search-context.ts'

/** Less is a common word in common, which helps nobody. */
const LEAST_SCORE = 0.08

export interface SimilarListing extends SimilarHit {
  sameField: boolean
  sameIndustry: boolean
  /** A right in it has ended: it takes no requests. */
  frozen: boolean
}

/** Listings like a public one, with what both share. Refuses with `listing.not_found`. */
export const findSimilarListings = async (
  context: SearchContext,
  { listingId, limit }: { listingId: string; limit: number },
): Promise<SimilarListing[]> => {
  const { db, actor, search } = context
  const [listing] = await db.select().from(listings).where(eq(listings.id, listingId))
  if (!listing) throw refuse('not-found', 'listing.not_found')
  const { organizationId, technicalField, planIndustry } = listing
  authorize(actor, 'listing.read', relationsTo(actor, { organizationId, public: isPublic(listing) }))
  const found = await search.similar(listingId, { limit })
  const hits = found.filter(({ score }) => score >= LEAST_SCORE)
  const frozen = await frozenAmong(
    db,
    hits.map(({ id }) => id),
  )
  return hits.map((hit) => ({
    ...hit,
    sameField: technicalField !== null && hit.document.technicalField === technicalField,
    sameIndustry: planIndustry !== null && hit.document.planIndustry === planIndustry,
    frozen: frozen.has(hit.id),
  }))
}
