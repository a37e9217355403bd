import { inUnitOfWork } from '@market/database'
import { refuse } from '@market/domain'
import { authorize } from '@market/domain/policy'
import { requireActor, type ServiceContext } from '../index.ts'
import { changeWorkingContent } from './change-working-content.ts'
import { relationsToListing } from './records.ts'
import { holdListing } from './step-listing.ts'
import { type ListingView, viewWorking } from './view-listing.ts'

export interface DetachFileInput {
  listingId: string
  attachmentId: string
}

/** Takes a file out of the working text; the file itself and published versions keep it. */
export const detachFile = (context: ServiceContext, input: DetachFileInput): Promise<ListingView> => {
  const actor = requireActor(context)
  const { listingId, attachmentId } = input
  return inUnitOfWork(context, async (unit) => {
    const listing = await holdListing(unit, listingId)
    authorize(actor, 'listing.detach_file', relationsToListing(actor, listing))
    const after = await changeWorkingContent(unit, listing, {
      action: 'listing.detach_file',
      ids: context.ids,
      change: (content) => {
        const attachments = content.attachments.filter(({ id }) => id !== attachmentId)
        if (attachments.length === content.attachments.length) {
          throw refuse('not-found', 'attachment.not_found')
        }
        return { ...content, attachments }
      },
    })
    return viewWorking(unit.tx, after, { actor, now: unit.now })
  })
}
