import { inUnitOfWork } from '@market/database'
import { listings } from '@market/database/schema'
import { refuse } from '@market/domain'
import { textAllows } from '@market/domain/listings'
import { authorize } from '@market/domain/policy'
import { eq } from 'drizzle-orm'
import { requireActor, type ServiceContext } from '../index.ts'
import { relationsToListing } from './records.ts'
import { holdListing } from './step-listing.ts'
import { type ListingView, viewWorking } from './view-listing.ts'

const assign = (
  context: ServiceContext,
  id: string,
  action: 'listing.take_review' | 'listing.release_review',
): Promise<ListingView> => {
  const actor = requireActor(context)
  const taking = action === 'listing.take_review'
  return inUnitOfWork(context, async (unit) => {
    const { tx, now } = unit
    const before = await holdListing(unit, id)
    const { state, changesState, reviewerId, organizationId } = before
    authorize(actor, action, relationsToListing(actor, before))
    if (!textAllows(before, 'publish')) {
      throw refuse('conflict', 'listing.wrong_state', { state, changesState, command: 'review' })
    }
    if (taking && reviewerId !== null && reviewerId !== actor.userId) {
      throw refuse('conflict', 'listing.review_taken')
    }
    const next = taking ? actor.userId : null
    const [after] = await tx.update(listings).set({ reviewerId: next }).where(eq(listings.id, id)).returning()
    if (!after) throw new Error('The listing vanished under its lock.')
    unit.audit({
      action,
      subjectType: 'listing',
      subjectId: id,
      organizationId,
      before: { reviewerId },
      after: { reviewerId: next },
    })
    return viewWorking(tx, after, { actor, now })
  })
}

/** Takes a waiting text, so that nobody else reads it meanwhile. Refuses with `listing.wrong_state` or `listing.review_taken`. */
export const takeReview = (context: ServiceContext, id: string): Promise<ListingView> =>
  assign(context, id, 'listing.take_review')

/** Gives it back to the queue; any reviewer may, for the one who took it may be away. */
export const releaseReview = (context: ServiceContext, id: string): Promise<ListingView> =>
  assign(context, id, 'listing.release_review')
