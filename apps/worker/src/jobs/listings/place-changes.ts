import { LISTING_EVENTS } from '@market/services/discovery'
import { placeListingChanges } from '@market/services/listings'
import type { EventHandler } from '../job-context.ts'

/** Gives what happened its place in the change feed soon after the commit, so that readers seldom have to. */
export const placeChanges: EventHandler = {
  name: 'listings.place_changes',
  types: [...LISTING_EVENTS, 'listing.frozen', 'listing.thawed'],
  handle: ({ db }) => placeListingChanges(db),
}
