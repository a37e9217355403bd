import { receipts, receiptVerifications, registrations } from '@market/database/schema'
import { sumFen } from '@market/domain'
import { authorize, may } from '@market/domain/policy'
import { asc, eq, inArray, type SQL } from 'drizzle-orm'
import { type MemberActor, requireMember, type ServiceContext } from '../../index.ts'
import { findRegistration, type RegistrationRecord } from '../records.ts'
import { type ReceiptRecord, type ReceiptVerificationRecord, relationsToReceipt } from './records.ts'

export interface ReceiptView {
  receipt: ReceiptRecord
  verification: ReceiptVerificationRecord | null
  /** The receipt that took its place. */
  correctedBy: string | null
}

export type ReceiptAction = 'receipt.record' | 'receipt.correct' | 'receipt.verify'

export interface ReceiptList {
  technologyAmountFen: number
  /** Technical income verified so far, of the receipts that stand. */
  verifiedFen: number
  canRecord: boolean
  receipts: (ReceiptView & { actions: ReceiptAction[] })[]
}

/** Receipts with what was verified of them, by the day they came. */
export const readReceipts = async (
  db: ServiceContext['db'],
  where: SQL | undefined,
): Promise<ReceiptView[]> => {
  const rows = await db
    .select({ receipt: receipts, verification: receiptVerifications })
    .from(receipts)
    .leftJoin(receiptVerifications, eq(receiptVerifications.receiptId, receipts.id))
    .innerJoin(registrations, eq(registrations.id, receipts.registrationId))
    .where(where)
    .orderBy(asc(receipts.receivedOn), asc(receipts.recordedAt), asc(receipts.id))
  if (rows.length === 0) return []
  const ids = rows.map(({ receipt }) => receipt.id)
  const corrections = await db
    .select({ id: receipts.id, correctsId: receipts.correctsId })
    .from(receipts)
    .where(inArray(receipts.correctsId, ids))
  const by = new Map(corrections.map(({ id, correctsId }) => [correctsId, id]))
  return rows.map((row) => ({ ...row, correctedBy: by.get(row.receipt.id) ?? null }))
}

const actionsOn = (actor: MemberActor, registration: RegistrationRecord, view: ReceiptView) => {
  const live = registration.status === 'valid' || registration.status === 'changed'
  if (!live || view.correctedBy !== null) return []
  const { recordedBy } = view.receipt
  const offered: ReceiptAction[] = []
  if (may(actor, 'receipt.correct', relationsToReceipt(actor, registration, null)))
    offered.push('receipt.correct')
  const verifies = may(actor, 'receipt.verify', relationsToReceipt(actor, registration, recordedBy))
  if (view.verification === null && verifies) offered.push('receipt.verify')
  return offered
}

/** What was received under a registration, corrected receipts among it. Refuses with `receipt.not_found`. */
export const listReceipts = async (context: ServiceContext, registrationId: string): Promise<ReceiptList> => {
  const actor = requireMember(context)
  const registration = await findRegistration(context.db, registrationId)
  const relations = relationsToReceipt(actor, registration, null)
  authorize(actor, 'receipt.read', relations)
  const views = await readReceipts(context.db, eq(receipts.registrationId, registrationId))
  const standing = views.filter(({ correctedBy }) => correctedBy === null)
  const { status, technologyAmountFen } = registration
  return {
    technologyAmountFen,
    verifiedFen: sumFen(standing.map(({ verification }) => verification?.verifiedTechnologyFen ?? 0)),
    canRecord: (status === 'valid' || status === 'changed') && may(actor, 'receipt.record', relations),
    receipts: views.map((view) => ({ ...view, actions: actionsOn(actor, registration, view) })),
  }
}
