import { inUnitOfWork } from '@market/database'
import { refuse } from '@market/domain'
import { authorize } from '@market/domain/policy'
import { requireActor, type ServiceContext } from '../index.ts'
import { changeWorkingContent } from './change-working-content.ts'
import { editContent, type ListingEdit } from './edit-content.ts'
import { relationsToListing } from './records.ts'
import { holdListing } from './step-listing.ts'
import { type ListingView, viewWorking } from './view-listing.ts'

export type EditListingInput = ListingEdit & {
  id: string
  /** The revision the editor last read. */
  revision: number
}

/**
 * Saves some fields of a draft, or of the changes to a public listing. Refuses with `request.invalid`,
 * `listing.wrong_state` or `listing.changed_meanwhile` (`revision` is the present one).
 */
export const editListing = (context: ServiceContext, input: EditListingInput): Promise<ListingView> => {
  const actor = requireActor(context)
  const { id, revision, ...edit } = input
  return inUnitOfWork(context, async (unit) => {
    const listing = await holdListing(unit, id)
    authorize(actor, 'listing.edit', relationsToListing(actor, listing))
    if (listing.revision !== revision) {
      throw refuse('conflict', 'listing.changed_meanwhile', { revision: listing.revision })
    }
    const after = await changeWorkingContent(unit, listing, {
      action: 'listing.edit',
      ids: context.ids,
      change: (content) => editContent(content, edit, context.ids),
    })
    return viewWorking(unit.tx, after, { actor, now: unit.now })
  })
}
