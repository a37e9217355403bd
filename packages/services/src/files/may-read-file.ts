import {
  brokerages,
  contractSignatures,
  contracts,
  listingAttachments,
  listings,
  needs,
  paymentInvoices,
  paymentRefunds,
  payments,
  publicNotices,
  receipts,
  registrations,
  requestFiles,
  requests,
} from '@market/database/schema'
import type { Actor } from '@market/domain'
import { relationsToNeed } from '@market/domain/demands'
import { PUBLIC_LISTING_STATES } from '@market/domain/listings'
import { may, relationsTo } from '@market/domain/policy'
import { and, eq, inArray, ne, or, sql } from 'drizzle-orm'
import type { ServiceContext } from '../index.ts'
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

/** Both parties, the entrusted agency and, once the contract has been filed, whoever may read the filing. */
const mayReadThroughContract = async ({ db, actor }: ServiceContext, file: FileRecord): Promise<boolean> => {
  if (!actor) return false
  const rows = await db
    .select({ contract: contracts, registration: registrations })
    .from(contractSignatures)
    .innerJoin(contracts, eq(contracts.id, contractSignatures.contractId))
    .leftJoin(
      registrations,
      and(eq(registrations.contractId, contracts.id), ne(registrations.state, 'draft')),
    )
    .where(eq(contractSignatures.fileId, file.id))
  return rows.some(({ contract, registration }) => {
    const relations = standingTo(actor, contract)
    if (relations.length > 0 && may(actor, 'file.read', relations)) return true
    return registration !== null && may(actor, 'registration.read', filingRelations(actor, registration))
  })
}

const standingTo = (actor: Actor, contract: typeof contracts.$inferSelect) =>
  relationsTo(actor, {
    sellerOrganizationId: contract.sellerId,
    buyerOrganizationId: contract.buyerId,
    agencyOrganizationId: contract.agencyId,
  })

const filingRelations = (actor: Actor, registration: typeof registrations.$inferSelect) =>
  relationsTo(actor, { agencyOrganizationId: registration.agencyId, filedByUserId: registration.filedBy })

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

/** Whoever may read what was received under a registration. */
const mayReadThroughReceipt = async ({ db, actor }: ServiceContext, file: FileRecord): Promise<boolean> => {
  const rows = await db
    .select({ registration: registrations })
    .from(receipts)
    .innerJoin(registrations, eq(registrations.id, receipts.registrationId))
    .where(eq(receipts.fileId, file.id))
  return rows.some(({ registration }) => may(actor, 'receipt.read', receiptRelations(actor, registration)))
}

const receiptRelations = (actor: Actor | null, registration: typeof registrations.$inferSelect) =>
  relationsTo(actor, {
    sellerOrganizationId: registration.sellerId,
    buyerOrganizationId: registration.buyerId,
    agencyOrganizationId: registration.agencyId,
  })

/** Whoever may read the payments of the contract: the slip of a transfer or of one back, and an invoice. */
const mayReadThroughPayment = async ({ db, actor }: ServiceContext, file: FileRecord): Promise<boolean> => {
  if (!actor) return false
  const shown = db
    .select({ id: payments.contractId })
    .from(payments)
    .leftJoin(paymentRefunds, eq(paymentRefunds.paymentId, payments.id))
    .where(or(eq(payments.proofFileId, file.id), eq(paymentRefunds.proofFileId, file.id)))
  const invoiced = db
    .select({ id: paymentInvoices.contractId })
    .from(paymentInvoices)
    .where(eq(paymentInvoices.fileId, file.id))
  const rows = await db
    .select()
    .from(contracts)
    .where(or(inArray(contracts.id, shown), inArray(contracts.id, invoiced)))
  return rows.some((contract) => may(actor, 'payment.read', standingTo(actor, contract)))
}

/** The minutes of the decision behind a public notice. */
const mayReadThroughNotice = async ({ db, actor }: ServiceContext, file: FileRecord): Promise<boolean> => {
  const rows = await db
    .select({ organizationId: publicNotices.organizationId })
    .from(publicNotices)
    .where(eq(publicNotices.minutesFileId, file.id))
  return rows.some((notice) =>
    may(actor, 'notice.read_record', relationsTo(actor, { ...notice, public: true })),
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
    (await mayReadThroughContract(context, file)) ||
    (await mayReadThroughReceipt(context, file)) ||
    (await mayReadThroughPayment(context, file)) ||
    (await mayReadThroughNotice(context, file))
  )
}
