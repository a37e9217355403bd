import { matchSavedSearches } from '@market/services/discovery'
import type { EventHandler } from '../job-context.ts'

/** A listing was published or changed, or takes requests again: which saved searches have waited for it? */
export const matchChangedListing: EventHandler = {
  name: 'discovery.match_saved_searches',
  types: ['listing.published', 'listing.changed', 'listing.thawed'],
  handle: async (context, event) => {
    await matchSavedSearches(context, event.subjectId)
  },
}
