import type { UnitOfWork } from '@market/database'
import { refuse } from '@market/domain'
import { listingMachine } from '@market/domain/listings'
import { holdListing, stepListing } from './step-listing.ts'

/**
 * The listing's rights were assigned by a signed contract. Refuses with `listing.already_transferred`; one
 * withdrawn or expired during the talks stays closed as it is.
 */
export const transferListing = async (unit: UnitOfWork, listingId: string): Promise<void> => {
  const listing = await holdListing(unit, listingId)
  if (listing.state === 'transferred') throw refuse('conflict', 'listing.already_transferred')
  if (!listingMachine.allows(listing.state, 'transfer')) return
  await stepListing(unit, listing, { command: 'transfer', event: 'listing.transferred', closes: true })
}
