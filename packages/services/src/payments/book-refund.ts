import type { WorkContext } from '@market/database'
import { ledgerEntries, ledgerTransactions, paymentRefunds } from '@market/database/schema'
import type { Fen } from '@market/domain'
import { refuse, sumFen } from '@market/domain'
import { feeReturned, postRefund, type RefundState, refundMachine, reverse } from '@market/domain/payments'
import { and, eq } from 'drizzle-orm'
import { balancesOf, post } from './ledger.ts'
import type { PaymentWork, RefundRow } from './records.ts'

type Refunded = Pick<PaymentWork, 'unit' | 'contract' | 'payment'>

export const refundsOf = ({ tx }: Pick<PaymentWork['unit'], 'tx'>, paymentId: string): Promise<RefundRow[]> =>
  tx.select().from(paymentRefunds).where(eq(paymentRefunds.paymentId, paymentId))

/** The fee comes back in proportion, reckoned on the running sum. */
const shareOfFee = ({ payment }: Refunded, before: Fen, amountFen: Fen): Fen => {
  const { feeFen, receivedFen } = payment
  if (receivedFen === null || feeFen === 0) return 0
  const fee = Math.min(feeFen, receivedFen)
  return feeReturned(fee, receivedFen, before + amountFen) - feeReturned(fee, receivedFen, before)
}

/** Stores a refund's next state, if it is still in the one it was read in. */
export const stepRefund = async (
  { unit: { tx, now } }: Pick<PaymentWork, 'unit'>,
  refund: RefundRow,
  command: 'send' | 'succeed' | 'fail',
  changes: Partial<RefundRow> = {},
): Promise<RefundRow> => {
  const state: RefundState = refundMachine.transition(refund.state, command)
  const settledAt = command === 'send' ? null : now
  const [after] = await tx
    .update(paymentRefunds)
    .set({ ...changes, state, settledAt })
    .where(and(eq(paymentRefunds.id, refund.id), eq(paymentRefunds.state, refund.state)))
    .returning()
  if (!after) throw refuse('conflict', 'payment.changed_meanwhile')
  return after
}

/** Books a refund that went through. The ledger's contract is held. */
export const bookRefund = async (
  context: WorkContext,
  work: Refunded,
  refund: RefundRow,
  changes: Partial<RefundRow> = {},
): Promise<RefundRow> => {
  const { unit, contract, payment } = work
  const others = (await refundsOf(unit, payment.id)).filter(
    ({ id, state }) => id !== refund.id && state === 'succeeded',
  )
  const after = await stepRefund(work, refund, 'succeed', changes)
  const { amountFen } = refund
  const fromFeeFen = shareOfFee(work, sumFen(others.map((other) => other.amountFen)), amountFen)
  const { overpaid } = await balancesOf(unit.tx, contract.id)
  const posting = postRefund({
    channel: payment.channel,
    amountFen,
    creditFen: -overpaid,
    fromFeeFen,
    fromPayoutFen: payment.destinationAccount === null ? 0 : amountFen - fromFeeFen,
  })
  await post(context, unit, posting, { contractId: contract.id, paymentId: payment.id, refundId: refund.id })
  unit.emit({
    type: 'payment.refunded',
    subjectId: payment.id,
    payload: { contractId: contract.id, refundId: refund.id },
  })
  return after
}

/** Takes back a booked refund that failed after all. */
export const unbookRefund = async (
  context: WorkContext,
  work: Refunded,
  refund: RefundRow,
): Promise<RefundRow> => {
  const { unit, contract, payment } = work
  const booked = await unit.tx
    .select({
      account: ledgerEntries.account,
      amountFen: ledgerEntries.amountFen,
      dueId: ledgerEntries.dueId,
    })
    .from(ledgerEntries)
    .innerJoin(ledgerTransactions, eq(ledgerTransactions.id, ledgerEntries.transactionId))
    .where(and(eq(ledgerTransactions.refundId, refund.id), eq(ledgerTransactions.kind, 'refund')))
  const after = await stepRefund(work, refund, 'fail')
  if (booked.length > 0) {
    const facts = { contractId: contract.id, paymentId: payment.id, refundId: refund.id }
    await post(context, unit, reverse(booked), facts)
  }
  unit.emit({
    type: 'payment.refund_failed',
    subjectId: payment.id,
    payload: { contractId: contract.id, refundId: refund.id },
  })
  return after
}
