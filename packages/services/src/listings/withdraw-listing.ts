import { inUnitOfWork } from '@market/database'
import { listings } from '@market/database/schema'
import { refuse } from '@market/domain'
import { listingMachine } from '@market/domain/listings'
import { authorize } from '@market/domain/policy'
import { and, eq } from 'drizzle-orm'
import { requireActor, type ServiceContext } from '../index.ts'
import { isPublic, relationsToListing } from './records.ts'
import { holdListing } from './step-listing.ts'
import { type ListingView, viewWorking } from './view-listing.ts'

export interface WithdrawListingInput {
  id: string
  /** May be empty. */
  reason: string
}

/** Takes a listing off the market for good; its versions stay. Refuses with `listing.wrong_state`. */
export const withdrawListing = (
  context: ServiceContext,
  input: WithdrawListingInput,
): Promise<ListingView> => {
  const actor = requireActor(context)
  const { id, reason } = input
  return inUnitOfWork(context, async (unit) => {
    const before = await holdListing(unit, id)
    authorize(actor, 'listing.withdraw', relationsToListing(actor, before))
    const state = listingMachine.transition(before.state, 'withdraw')
    const { organizationId } = before
    const [after] = await unit.tx
      .update(listings)
      .set({
        state,
        changes: null,
        changesState: null,
        withdrawalReason: reason || null,
        closedAt: unit.now,
        updatedAt: unit.now,
      })
      .where(and(eq(listings.id, id), eq(listings.state, before.state)))
      .returning()
    if (!after) throw refuse('conflict', 'listing.changed_meanwhile')
    unit.audit({
      action: 'listing.withdraw',
      subjectType: 'listing',
      subjectId: id,
      organizationId,
      before: { state: before.state },
      after: { state, reason },
    })
    unit.emit({ type: 'listing.withdrawn', subjectId: id, payload: { wasPublic: isPublic(before) } })
    return viewWorking(unit.tx, after, { actor, now: unit.now })
  })
}
