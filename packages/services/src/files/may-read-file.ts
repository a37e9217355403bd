import {
  brokerages,
  listingAttachments,
  listings,
  needs,
  requestFiles,
  requests,
} from '@market/database/schema'
import { relationsToNeed } from '@market/domain/demands'
import { PUBLIC_LISTING_STATES } from '@market/domain/listings'
import { may, relationsTo } from '@market/domain/policy'
import { and, eq, inArray, or, sql } from 'drizzle-orm'
import type { ServiceContext } from '../index.ts'
import { mayReadThroughDeal } from './may-read-through-deal.ts'
import type { FileRecord } from './store-file.ts'

const isPublicAttachment = async ({ db }: ServiceContext, file: FileRecord): Promise<boolean> => {
  const [found] = await db
    .select({ id: listingAttachments.id })
    .from(listingAttachments)
    .innerJoin(listings, eq(listings.id, listingAttachments.listingId))
    .where(
      and(
        eq(listingAttachments.fileId, file.id),
        eq(listingAttachments.visibility, 'public'),
        inArray(listings.state, PUBLIC_LISTING_STATES),
      ),
    )
    .limit(1)
  return found !== undefined
}

/** Whoever may read all of a listing, reviewers among them, may read what hangs on it or is about to. */
const mayReadThroughListing = async ({ db, actor }: ServiceContext, file: FileRecord): Promise<boolean> => {
  const { organizationId } = file
  if (!may(actor, 'listing.read_versions', relationsTo(actor, { organizationId }))) return false
  const attached = db
    .select({ id: listingAttachments.listingId })
    .from(listingAttachments)
    .where(eq(listingAttachments.fileId, file.id))
  const planned = JSON.stringify([{ fileId: file.id }])
  const [found] = await db
    .select({ id: listings.id })
    .from(listings)
    .where(
      and(
        eq(listings.organizationId, organizationId),
        sql`(${inArray(listings.id, attached)} or ${listings.changes} -> 'attachments' @> ${planned}::jsonb)`,
      ),
    )
    .limit(1)
  return found !== undefined
}

/** Whoever may read the published need it hangs on; reviewers also what is about to. */
const mayReadThroughNeed = async ({ db, actor }: ServiceContext, file: FileRecord): Promise<boolean> => {
  if (file.purpose !== 'need_attachment') return false
  const attached = JSON.stringify([{ fileId: file.id }])
  const rows = await db
    .select()
    .from(needs)
    .where(
      or(
        sql`${needs.published} -> 'attachments' @> ${attached}::jsonb`,
        sql`${needs.working} -> 'attachments' @> ${attached}::jsonb`,
      ),
    )
  return rows.some((need) => {
    if (may(actor, 'need.list_review')) return true
    const isPublished = need.published?.attachments.some(({ fileId }) => fileId === file.id) ?? false
    return isPublished && may(actor, 'need.read', relationsToNeed(actor, need))
  })
}

/** Both sides of the request it came with, and its brokers. */
const mayReadThroughRequest = async ({ db, actor }: ServiceContext, file: FileRecord): Promise<boolean> => {
  if (!actor) return false
  const rows = await db
    .select({
      sellerOrganizationId: requests.ownerId,
      buyerOrganizationId: requests.requesterId,
      broker: brokerages.organizationId,
    })
    .from(requestFiles)
    .innerJoin(requests, eq(requests.id, requestFiles.requestId))
    .leftJoin(brokerages, and(eq(brokerages.requestId, requests.id), eq(brokerages.state, 'active')))
    .where(eq(requestFiles.fileId, file.id))
  return rows.some(({ broker, ...sides }) =>
    may(
      actor,
      'request.read',
      relationsTo(actor, { ...sides, brokerOrganizationIds: broker === null ? [] : [broker] }),
    ),
  )
}

/** A file is as readable as the records it belongs to; one that belongs to none is its own organization's. */
export const mayReadFile = async (context: ServiceContext, file: FileRecord): Promise<boolean> => {
  const own = context.actor?.organizationId === file.organizationId
  if (own && may(context.actor, 'file.read', ['own'])) return true
  return (
    (await isPublicAttachment(context, file)) ||
    (await mayReadThroughListing(context, file)) ||
    (await mayReadThroughNeed(context, file)) ||
    (await mayReadThroughRequest(context, file)) ||
    (await mayReadThroughDeal(context, file))
  )
}
