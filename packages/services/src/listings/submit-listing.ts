import { inUnitOfWork } from '@market/database'
import { listings } from '@market/database/schema'
import { refuse, refuseFields, shanghaiDateOf } from '@market/domain'
import { listingProblems, moveText } from '@market/domain/listings'
import { authorize } from '@market/domain/policy'
import { and, eq } from 'drizzle-orm'
import { requireActor, type ServiceContext } from '../index.ts'
import { relationsToListing } from './records.ts'
import { holdListing } from './step-listing.ts'
import { readWorkingContent } from './stored-content.ts'
import { type ListingView, viewWorking } from './view-listing.ts'

/**
 * Hands a draft, or the changes to a public listing, to the reviewers. Refuses with `listing.not_ready` and the
 * problems field by field.
 */
export const submitListing = (context: ServiceContext, id: string): Promise<ListingView> => {
  const actor = requireActor(context)
  return inUnitOfWork(context, async (unit) => {
    const { tx, now } = unit
    const before = await holdListing(unit, id)
    authorize(actor, 'listing.submit', relationsToListing(actor, before))
    const next = moveText(before, 'submit')
    const problems = listingProblems(await readWorkingContent(tx, before), shanghaiDateOf(now))
    if (problems.length > 0) throw refuseFields('listing.not_ready', problems)
    const { organizationId, state, revision, changesState } = before
    const [after] = await tx
      .update(listings)
      .set({ ...next, submittedAt: now, submittedBy: actor.userId, reviewReasons: null, updatedAt: now })
      .where(and(eq(listings.id, id), eq(listings.state, state), eq(listings.revision, revision)))
      .returning()
    if (!after) throw refuse('conflict', 'listing.changed_meanwhile')
    unit.audit({
      action: 'listing.submit',
      subjectType: 'listing',
      subjectId: id,
      organizationId,
      before: { state, changesState },
      after: { ...next, revision },
    })
    unit.emit({ type: 'listing.submitted', subjectId: id })
    return viewWorking(tx, after, { actor, now })
  })
}
