import type { UnitOfWork } from '@market/database'
import { refuse } from '@market/domain'
import { holdListing, stepListing } from './step-listing.ts'

/** A request was accepted for talks. Refuses with `listing.wrong_state` or `listing.frozen` when it takes none. */
export const beginNegotiation = async (unit: UnitOfWork, listingId: string): Promise<void> => {
  const listing = await holdListing(unit, listingId)
  if (listing.frozenReason) throw refuse('conflict', 'listing.frozen', { reason: listing.frozenReason })
  if (listing.state === 'under_negotiation') return
  await stepListing(unit, listing, { command: 'begin_negotiation', event: 'listing.changed' })
}
