import { inUnitOfWork } from '@market/database'
import { listings } from '@market/database/schema'
import { refuse, refuseFields, shanghaiDateOf } from '@market/domain'
import { listingMachine, listingProblems, renewalOf } from '@market/domain/listings'
import { authorize } from '@market/domain/policy'
import { and, eq } from 'drizzle-orm'
import { requireActor, type ServiceContext } from '../index.ts'
import { relationsToListing } from './records.ts'
import { holdListing } from './step-listing.ts'
import { readStoredContent } from './stored-content.ts'
import { type ListingView, viewWorking } from './view-listing.ts'

/**
 * Gives a listing another term from today; one that has ended returns to the market with the text that was published.
 * Refuses with `listing.wrong_state`, `listing.renewal_too_early`, `listing.rights_end_first` or `listing.not_ready`.
 */
export const renewListing = (context: ServiceContext, id: string): Promise<ListingView> => {
  const actor = requireActor(context)
  return inUnitOfWork(context, async (unit) => {
    const { tx, now } = unit
    const before = await holdListing(unit, id)
    authorize(actor, 'listing.renew', relationsToListing(actor, before))
    const content = await readStoredContent(tx, before)
    const today = shanghaiDateOf(now)
    const { expiresOn } = renewalOf(before, content.rights, today)
    const returns = before.state === 'expired'
    const problems = returns ? listingProblems(content, today) : []
    if (problems.length > 0) throw refuseFields('listing.not_ready', problems)
    const state = returns ? listingMachine.transition(before.state, 'renew') : before.state
    const [after] = await tx
      .update(listings)
      .set({ state, expiresOn, closedAt: returns ? null : before.closedAt, updatedAt: now })
      .where(and(eq(listings.id, id), eq(listings.state, before.state)))
      .returning()
    if (!after) throw refuse('conflict', 'listing.changed_meanwhile')
    unit.audit({
      action: 'listing.renew',
      subjectType: 'listing',
      subjectId: id,
      organizationId: before.organizationId,
      before: { state: before.state, expiresOn: before.expiresOn },
      after: { state, expiresOn },
    })
    unit.emit({ type: 'listing.renewed', subjectId: id, payload: { expiresOn, returns } })
    return viewWorking(tx, after, { actor, now })
  })
}
