import { inUnitOfWork, type Transaction } from '@market/database'
import { files } from '@market/database/schema'
import { refuse, refuseFields } from '@market/domain'
import { authorize } from '@market/domain/policy'
import { and, eq } from 'drizzle-orm'
import { requireActor, type ServiceContext } from '../index.ts'
import { changeWorkingContent } from './change-working-content.ts'
import type { AttachmentContent, ListingContent } from './content.ts'
import { type ListingRow, relationsToListing } from './records.ts'
import { holdListing } from './step-listing.ts'
import { type ListingView, viewWorking } from './view-listing.ts'

const MAX_ATTACHMENTS = 20

export type AttachFileInput = Omit<AttachmentContent, 'id'> & { listingId: string }

const assertAttachable = async (tx: Transaction, listing: ListingRow, fileId: string) => {
  const ofThisOwner = eq(files.organizationId, listing.organizationId)
  const forListings = eq(files.purpose, 'listing_attachment')
  const [file] = await tx
    .select({ id: files.id })
    .from(files)
    .where(and(eq(files.id, fileId), ofThisOwner, forListings))
  if (!file) throw refuseFields('request.invalid', [{ path: 'fileId', code: 'file.not_found' }])
}

const assertRoom = ({ attachments }: ListingContent, fileId: string) => {
  if (attachments.some((one) => one.fileId === fileId)) {
    throw refuse('conflict', 'listing.file_already_attached')
  }
  if (attachments.length >= MAX_ATTACHMENTS) {
    throw refuse('conflict', 'listing.too_many_attachments', { max: MAX_ATTACHMENTS })
  }
}

/**
 * Adds an uploaded file to the working text. Refuses with `request.invalid` for a file that is not the owner's,
 * `listing.file_already_attached`, `listing.too_many_attachments` or `listing.wrong_state`.
 */
export const attachFile = (context: ServiceContext, input: AttachFileInput): Promise<ListingView> => {
  const actor = requireActor(context)
  const { listingId, ...attachment } = input
  return inUnitOfWork(context, async (unit) => {
    const listing = await holdListing(unit, listingId)
    authorize(actor, 'listing.attach_file', relationsToListing(actor, listing))
    await assertAttachable(unit.tx, listing, attachment.fileId)
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
