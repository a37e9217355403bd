import { inUnitOfWork } from '@market/database'
import { listings } from '@market/database/schema'
import { refuse } from '@market/domain'
import type { ListingReturnReason } from '@market/domain/codes'
import { moveText } from '@market/domain/listings'
import { authorize } from '@market/domain/policy'
import { and, eq } from 'drizzle-orm'
import { requireActor, type ServiceContext } from '../index.ts'
import { relationsToListing } from './records.ts'
import { holdListing } from './step-listing.ts'
import { type ListingView, viewWorking } from './view-listing.ts'

export interface ReturnListingInput {
  id: string
  reasons: { code: ListingReturnReason; words: string; field?: string | null | undefined }[]
}

/** Gives the text back to its editors with the reviewer's reasons. Refuses with `listing.wrong_state`. */
export const returnListing = (context: ServiceContext, input: ReturnListingInput): Promise<ListingView> => {
  const actor = requireActor(context)
  const { id, reasons } = input
  return inUnitOfWork(context, async (unit) => {
    const before = await holdListing(unit, id)
    authorize(actor, 'listing.return', relationsToListing(actor, before))
    const next = moveText(before, 'return')
    const { organizationId, state, revision, changesState } = before
    const [after] = await unit.tx
      .update(listings)
      .set({ ...next, reviewReasons: reasons, reviewerId: null, updatedAt: unit.now })
      .where(and(eq(listings.id, id), eq(listings.state, state), eq(listings.revision, revision)))
      .returning()
    if (!after) throw refuse('conflict', 'listing.changed_meanwhile')
    unit.audit({
      action: 'listing.return',
      subjectType: 'listing',
      subjectId: id,
      organizationId,
      before: { state, changesState },
      after: { ...next, reasons },
    })
    unit.emit({ type: 'listing.returned', subjectId: id, payload: { reasons } })
    return viewWorking(unit.tx, after, { actor, now: unit.now })
  })
}
