import type { UnitOfWork } from '@market/database'
import { holdListing, stepListing } from './step-listing.ts'

/** A request was accepted for talks. Refuses with `listing.wrong_state` when the listing takes no requests. */
export const beginNegotiation = async (unit: UnitOfWork, listingId: string): Promise<void> => {
  const listing = await holdListing(unit, listingId)
  if (listing.state === 'under_negotiation') return
  await stepListing(unit, listing, { command: 'begin_negotiation', event: 'listing.changed' })
}
