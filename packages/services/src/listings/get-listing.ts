import { refuse } from '@market/domain'
import { authorize, may } from '@market/domain/policy'
import type { ServiceContext } from '../index.ts'
import { findListing, isPublic, relationsToListing } from './records.ts'
import { readWorkingContent } from './stored-content.ts'
import {
  findListingPage,
  type ListingView,
  viewAsPublic,
  viewPublished,
  viewWorking,
} from './view-listing.ts'

export interface GetListingInput {
  id: string
  /** 'preview': the working text as the public would see it. Outsiders get the published text in any case. */
  view: 'working' | 'public' | 'preview'
}

/** Refuses with `listing.not_found`, also for somebody else's draft. */
export const getListing = async (
  context: ServiceContext,
  { id, view }: GetListingInput,
): Promise<ListingView> => {
  const { db, actor, clock } = context
  const page = await findListingPage(db, id)
  const { listing } = page
  const relations = relationsToListing(actor, listing)
  authorize(actor, 'listing.read', relations)
  const insider = may(actor, 'listing.read_versions', relations)
  if (insider && view !== 'public') {
    const whole = await findListing(db, id)
    if (view === 'working') return viewWorking(db, whole, { actor, now: clock.now() })
    return viewAsPublic(db, { ...page, listing: whole }, await readWorkingContent(db, whole))
  }
  if (!isPublic(listing)) throw refuse('not-found', 'listing.not_found')
  return viewPublished(db, page)
}
