import { inUnitOfWork } from '@market/database'
import { refuse } from '@market/domain'
import { LISTING_LIMITS } from '@market/domain/listings'
import { authorize } from '@market/domain/policy'
import { assertAttachable } from '../files/index.ts'
import { requireActor, type ServiceContext } from '../index.ts'
import { changeWorkingContent } from './change-working-content.ts'
import type { AttachmentContent, ListingContent } from './content.ts'
import { relationsToListing } from './records.ts'
import { holdListing } from './step-listing.ts'
import { type ListingView, viewWorking } from './view-listing.ts'

export type AttachFileInput = Omit<AttachmentContent, 'id' | 'altZh' | 'altEn'> & {
  listingId: string
  /** What a picture shows; asked for with every picture that the public sees. */
  altZh?: string
  altEn?: string
}

const assertRoom = ({ attachments }: ListingContent, fileId: string) => {
  if (attachments.some((one) => one.fileId === fileId)) {
    throw refuse('conflict', 'listing.file_already_attached')
  }
  if (attachments.length >= LISTING_LIMITS.attachments) {
    throw refuse('conflict', 'listing.too_many_attachments', { max: LISTING_LIMITS.attachments })
  }
}

/**
 * Adds an uploaded file to the working text. Refuses with `request.invalid` for a file that is not the owner's and for
 * a picture nobody has described, `listing.file_already_attached`, `listing.too_many_attachments` or `listing.wrong_state`.
 */
export const attachFile = (context: ServiceContext, input: AttachFileInput): Promise<ListingView> => {
  const actor = requireActor(context)
  const { listingId, altZh = '', altEn = '', ...facts } = input
  const attachment = { ...facts, altZh, altEn }
  return inUnitOfWork(context, async (unit) => {
    const listing = await holdListing(unit, listingId)
    authorize(actor, 'listing.attach_file', relationsToListing(actor, listing))
    await assertAttachable(unit.tx, {
      ...attachment,
      organizationId: listing.organizationId,
      purpose: 'listing_attachment',
      shown: attachment.visibility === 'public',
    })
    const id = context.ids.next()
    const after = await changeWorkingContent(unit, listing, {
      action: 'listing.attach_file',
      ids: context.ids,
      change: (content) => {
        assertRoom(content, attachment.fileId)
        return { ...content, attachments: [...content.attachments, { id, ...attachment }] }
      },
    })
    return viewWorking(unit.tx, after, { actor, now: unit.now })
  })
}
