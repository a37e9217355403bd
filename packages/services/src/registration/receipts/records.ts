import type { Database, Transaction } from '@market/database'
import { files, receipts, type receiptVerifications } from '@market/database/schema'
import { type CalendarDate, type FieldProblem, refuse, refuseFields, shanghaiDateOf } from '@market/domain'
import { type Relation, relationsTo } from '@market/domain/policy'
import { and, eq } from 'drizzle-orm'
import type { MemberActor } from '../../index.ts'
import { lockRegistration, type RegistrationRecord } from '../records.ts'

export type ReceiptRecord = typeof receipts.$inferSelect
export type ReceiptVerificationRecord = typeof receiptVerifications.$inferSelect

/** What somebody states about money received. */
export interface ReceiptInput {
  receivedOn: CalendarDate
  amountFen: number
  /** The technical part of it. */
  declaredTechnologyFen: number
  note: string
  fileId: string | null
}

/** Who recorded a receipt stands to it as its filer, and so never verifies it. */
export const relationsToReceipt = (
  actor: MemberActor,
  { sellerId, buyerId, agencyId }: RegistrationRecord,
  recordedBy: string | null,
): Relation[] =>
  relationsTo(actor, {
    sellerOrganizationId: sellerId,
    buyerOrganizationId: buyerId,
    agencyOrganizationId: agencyId,
    filedByUserId: recordedBy,
  })

/** A contract that was cancelled or revoked earns nothing any more. Refuses with `receipt.registration_not_live`. */
export const requireLive = ({ status }: RegistrationRecord): void => {
  if (status === 'valid' || status === 'changed') return
  throw refuse('conflict', 'receipt.registration_not_live', { status })
}

/** The receipt, with its registration held so that sums under it do not move. Refuses with `receipt.not_found`. */
export const lockReceipt = async (tx: Transaction, id: string) => {
  const [receipt] = await tx.select().from(receipts).where(eq(receipts.id, id))
  if (!receipt) throw refuse('not-found', 'receipt.not_found')
  return { receipt, registration: await lockRegistration(tx, receipt.registrationId) }
}

/** Refuses with `receipt.corrected` what another receipt has taken the place of. */
export const requireStanding = async (tx: Transaction, receiptId: string): Promise<void> => {
  const [correction] = await tx
    .select({ id: receipts.id })
    .from(receipts)
    .where(eq(receipts.correctsId, receiptId))
  if (correction) throw refuse('conflict', 'receipt.corrected', { by: correction.id })
}

const ownsFile = async (db: Database | Transaction, { organizationId }: MemberActor, fileId: string) => {
  const [file] = await db
    .select({ id: files.id })
    .from(files)
    .where(and(eq(files.id, fileId), eq(files.organizationId, organizationId)))
  return file !== undefined
}

const amountProblems = ({ amountFen, declaredTechnologyFen }: ReceiptInput, corrects: boolean) => {
  const problems: FieldProblem[] = []
  if (amountFen === 0 && !corrects) problems.push({ path: 'amountFen', code: 'amount.not_positive' })
  if (declaredTechnologyFen > amountFen) {
    problems.push({ path: 'declaredTechnologyFen', code: 'receipt.technology_over_amount' })
  }
  return problems
}

/** Refuses with `receipt.invalid`, problem by problem. */
export const requireSound = async (
  tx: Transaction,
  actor: MemberActor,
  registration: RegistrationRecord,
  input: ReceiptInput,
  { corrects, now }: { corrects: boolean; now: Date },
): Promise<void> => {
  const problems = amountProblems(input, corrects)
  if (input.receivedOn > shanghaiDateOf(now)) {
    problems.push({ path: 'receivedOn', code: 'receipt.in_future' })
  }
  if (input.receivedOn < registration.signedOn) {
    problems.push({ path: 'receivedOn', code: 'receipt.before_signing' })
  }
  if (corrects && input.note.trim() === '') problems.push({ path: 'note', code: 'field.required' })
  if (input.fileId !== null && !(await ownsFile(tx, actor, input.fileId))) {
    problems.push({ path: 'fileId', code: 'file.not_found' })
  }
  if (problems.length > 0) throw refuseFields('receipt.invalid', problems)
}
