import {
  LISTING_EVENTS,
  OWNER_EVENTS,
  synchronizeListings,
  synchronizeOwner,
} from '@market/services/discovery'
import type { EventHandler } from '../job-context.ts'

/** A listing was published, changed or closed: what is found must follow. */
export const synchronizeChangedListing: EventHandler = {
  name: 'search.synchronize_listing',
  types: LISTING_EVENTS,
  handle: (context, event) => synchronizeListings(context, [event.subjectId]),
}

/** An organization was renamed or suspended: all its listings must follow. */
export const synchronizeChangedOwner: EventHandler = {
  name: 'search.synchronize_owner',
  types: OWNER_EVENTS,
  handle: (context, event) => synchronizeOwner(context, event.subjectId),
}
