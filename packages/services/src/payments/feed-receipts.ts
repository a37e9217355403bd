import type { WorkContext } from '@market/database'
import { contracts, paymentDues, paymentRefunds, payments, registrations } from '@market/database/schema'
import { sumFen } from '@market/domain'
import { and, asc, eq } from 'drizzle-orm'
import { takeOverPayment } from '../registration/index.ts'

const confirmedOf = ({ db }: WorkContext, contractId: string) =>
  db
    .select({ payment: payments, due: paymentDues, contract: contracts })
    .from(payments)
    .innerJoin(paymentDues, eq(paymentDues.id, payments.dueId))
    .innerJoin(contracts, eq(contracts.id, payments.contractId))
    .where(and(eq(payments.contractId, contractId), eq(payments.state, 'confirmed')))
    .orderBy(asc(payments.paidOn), asc(payments.createdAt))

const refundedOf = async ({ db }: WorkContext, paymentId: string): Promise<number> => {
  const gone = and(eq(paymentRefunds.paymentId, paymentId), eq(paymentRefunds.state, 'succeeded'))
  const rows = await db.select({ amountFen: paymentRefunds.amountFen }).from(paymentRefunds).where(gone)
  return sumFen(rows.map(({ amountFen }) => amountFen))
}

/**
 * Hands what was received under a contract to the register, if it is registered: one receipt per confirmed payment, less
 * what went back; a refund corrects the receipt. May be repeated. A deposit that is merely held is not income; one that
 * was captured is.
 */
export const feedReceipts = async (context: WorkContext, contractId: string): Promise<number> => {
  let changed = 0
  for (const { payment, due, contract } of await confirmedOf(context, contractId)) {
    const { id: paymentId, receivedFen, paidOn, channel, confirmedBy, createdBy, proofFileId } = payment
    if (receivedFen === null || paidOn === null) continue
    if (due.kind === 'deposit' && !payment.manualCapture) continue
    const taken = await takeOverPayment(context, {
      contractId,
      paymentId,
      receivedOn: paidOn,
      amountFen: receivedFen - (await refundedOf(context, paymentId)),
      note: `${due.title} · ${due.reference ?? ''} · ${channel === 'bank' ? '银行转账' : 'Stripe'}`,
      fileId: proofFileId,
      organizationId: contract.sellerId,
      recordedBy: confirmedBy ?? createdBy,
    })
    if (taken) changed += 1
  }
  return changed
}

/** A contract was registered: what had been received before follows. */
export const feedRegistration = async (context: WorkContext, registrationId: string): Promise<number> => {
  const { contractId } = registrations
  const [row] = await context.db
    .select({ contractId })
    .from(registrations)
    .where(eq(registrations.id, registrationId))
  return row?.contractId ? feedReceipts(context, row.contractId) : 0
}
