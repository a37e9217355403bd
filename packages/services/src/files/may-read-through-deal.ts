import {
  contractAmendmentSignatures,
  contractAmendments,
  contractObligationMarks,
  contractSignatures,
  contracts,
  paymentInvoices,
  paymentRefunds,
  payments,
  publicNotices,
  receipts,
  registrations,
} from '@market/database/schema'
import type { Actor } from '@market/domain'
import { may, relationsTo } from '@market/domain/policy'
import { and, eq, inArray, ne, or } from 'drizzle-orm'
import type { ServiceContext } from '../index.ts'
import type { FileRecord } from './store-file.ts'

/** Both parties, the entrusted agency and, once the contract has been filed, whoever may read the filing. */
const mayReadThroughContract = async ({ db, actor }: ServiceContext, file: FileRecord): Promise<boolean> => {
  if (!actor) return false
  const signed = db
    .select({ id: contractSignatures.contractId })
    .from(contractSignatures)
    .where(eq(contractSignatures.fileId, file.id))
  const amended = db
    .select({ id: contractAmendments.contractId })
    .from(contractAmendmentSignatures)
    .innerJoin(contractAmendments, eq(contractAmendments.id, contractAmendmentSignatures.amendmentId))
    .where(eq(contractAmendmentSignatures.fileId, file.id))
  const rows = await db
    .select({ contract: contracts, registration: registrations })
    .from(contracts)
    .leftJoin(
      registrations,
      and(eq(registrations.contractId, contracts.id), ne(registrations.state, 'draft')),
    )
    .where(or(inArray(contracts.id, signed), inArray(contracts.id, amended)))
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

/** What shows that something owed under a contract was done: the two sides. */
const mayReadAsEvidence = async ({ db, actor }: ServiceContext, file: FileRecord): Promise<boolean> => {
  const rows = await db
    .select({ sellerOrganizationId: contracts.sellerId, buyerOrganizationId: contracts.buyerId })
    .from(contractObligationMarks)
    .innerJoin(contracts, eq(contracts.id, contractObligationMarks.contractId))
    .where(eq(contractObligationMarks.fileId, file.id))
  return rows.some((sides) => {
    const relations = relationsTo(actor, sides)
    return relations.length > 0 && may(actor, 'file.read', relations)
  })
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

/** Whether a contract, or what followed from it, lets this reader read a file that belongs to it. */
export const mayReadThroughDeal = async (context: ServiceContext, file: FileRecord): Promise<boolean> =>
  (await mayReadThroughContract(context, file)) ||
  (await mayReadAsEvidence(context, file)) ||
  (await mayReadThroughReceipt(context, file)) ||
  (await mayReadThroughPayment(context, file)) ||
  (await mayReadThroughNotice(context, file))
