import { inUnitOfWork } from '@market/database'
import { listings } from '@market/database/schema'
import { refuse } from '@market/domain'
import { moveText } from '@market/domain/listings'
import { authorize } from '@market/domain/policy'
import { and, eq } from 'drizzle-orm'
import { requireActor, type ServiceContext } from '../index.ts'
import { relationsToListing } from './records.ts'
import { holdListing } from './step-listing.ts'
import { type ListingView, viewWorking } from './view-listing.ts'

/** Throws away the changes to a public listing, also while they are reviewed. Refuses with `listing.wrong_state`. */
export const discardChanges = (context: ServiceContext, id: string): Promise<ListingView> => {
  const actor = requireActor(context)
  return inUnitOfWork(context, async (unit) => {
    const listing = await holdListing(unit, id)
    authorize(actor, 'listing.edit', relationsToListing(actor, listing))
    const { changesState } = moveText(listing, 'discard')
    const { organizationId, revision } = listing
    const [after] = await unit.tx
      .update(listings)
      .set({
        changes: null,
        changesState,
        reviewReasons: null,
        revision: revision + 1,
        updatedAt: unit.now,
      })
      .where(and(eq(listings.id, id), eq(listings.revision, revision)))
      .returning()
    if (!after) throw refuse('conflict', 'listing.changed_meanwhile')
    unit.audit({
      action: 'listing.discard_changes',
      subjectType: 'listing',
      subjectId: id,
      organizationId,
      before: { changes: listing.changes },
      after: { changes: null },
    })
    return viewWorking(unit.tx, after, { actor, now: unit.now })
  })
}
