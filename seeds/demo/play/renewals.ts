import { isRefusal } from '@market/domain'
import { renewListing } from '@market/services/listings'
import { DEMO_LISTINGS } from '../listings/index.ts'
import type { Stage } from './stage.ts'

/** Not on the market any more, or its rights leave nothing to renew. */
const NOT_RENEWED = ['listing.wrong_state', 'listing.rights_end_first', 'listing.renewal_too_early']

/** What the sample universities still offer, they have renewed: the plan's years are long over. */
export const renewListings = async (stage: Stage): Promise<void> => {
  for (const { key, owner, outcome } of DEMO_LISTINGS) {
    if (outcome.to !== 'published') continue
    try {
      await renewListing(stage.member(owner, 'editor'), stage.idOf(`listing ${key}`))
    } catch (error) {
      if (!isRefusal(error) || !NOT_RENEWED.includes(error.code)) throw error
    }
  }
}
