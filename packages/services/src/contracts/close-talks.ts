import { refuse } from '@market/domain'
import { endTalks, lapseRequests } from '../licensing/index.ts'
import { holdListing, transferListing } from '../listings/index.ts'
import type { ContractWork } from './change-contract.ts'
import { grantLicences } from './grant-licences.ts'

/**
 * What a signature means for the listing: an assignment takes it off the market and ends everybody else's
 * requests; anything else puts it back on offer when nobody talks about it any more. Refuses with
 * `listing.already_transferred`, for its rights are then somebody else's, and with `contract.right_taken`.
 */
export const closeTalks = async (work: ContractWork): Promise<void> => {
  const { unit, contract } = work
  const { listingId } = contract
  // Work proposed for a need takes nothing off the market.
  if (listingId === null) return
  if (contract.terms.transferMode === 'assignment') {
    // Requests before the listing, the order in which everybody locks them; then those made in between.
    await lapseRequests(unit, listingId)
    await transferListing(unit, listingId)
    await lapseRequests(unit, listingId)
    return
  }
  const listing = await holdListing(unit, listingId)
  if (listing.state === 'transferred') throw refuse('conflict', 'listing.already_transferred')
  await grantLicences(work)
  await endTalks(unit, { listingId, state: 'contracted' })
}
