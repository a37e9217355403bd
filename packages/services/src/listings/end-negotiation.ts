import type { UnitOfWork } from '@market/database'
import { listingMachine } from '@market/domain/listings'
import { holdListing, stepListing } from './step-listing.ts'

/**
 * Some talks are over; `othersTalk` says whether any remain. It is asked once the listing is held, so that of
 * two talks ending at once the second sees the first. A listing withdrawn meanwhile stays as it is.
 */
export const endNegotiation = async (
  unit: UnitOfWork,
  listingId: string,
  othersTalk: () => Promise<boolean>,
): Promise<void> => {
  const listing = await holdListing(unit, listingId)
  if (!listingMachine.allows(listing.state, 'end_negotiation') || (await othersTalk())) return
  await stepListing(unit, listing, { command: 'end_negotiation', event: 'listing.changed' })
}
