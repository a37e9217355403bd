import type { WorkContext } from '@market/database'
import type { CalendarDate, Fen } from '@market/domain'
import { dueMachine, postDue, postPayout, postReceipt } from '@market/domain/payments'
import { activateLicence } from '../contracts/index.ts'
import { isPosted, outstandingOf, post } from './ledger.ts'
import { type PaymentRow, type PaymentWork, storeDue, storePayment } from './records.ts'

export interface ReceivedMoney {
  amountFen: Fen
  paidOn: CalendarDate
  /** Null: Stripe said so. */
  confirmedBy: string | null
}

/** A deposit is owed from the moment money for it is taken: all of it, or what was captured. */
const postDeposit = async (
  context: WorkContext,
  { unit, contract, due, payment }: PaymentWork,
  { amountFen, paidOn }: ReceivedMoney,
): Promise<void> => {
  if (due.kind !== 'deposit' || due.state !== 'open' || (await isPosted(unit.tx, due.id))) return
  const owedFen = payment.manualCapture ? amountFen : due.amountFen
  await post(context, unit, postDue(due.id, owedFen), { contractId: contract.id, occurredOn: paidOn })
}

/**
 * Confirms a payment and books it: to its amount, what is beyond to the buyer's credit, and on to the owner's account
 * where it came by Stripe. The ledger's contract is held.
 */
export const bookReceipt = async (
  context: WorkContext,
  work: PaymentWork,
  money: ReceivedMoney,
): Promise<PaymentRow> => {
  const { unit, contract, due, payment } = work
  const { amountFen, paidOn, confirmedBy } = money
  const { channel, feeFen, destinationAccount } = payment
  const facts = { contractId: contract.id, occurredOn: paidOn, paymentId: payment.id }
  const after = await storePayment(unit, payment, {
    state: 'confirmed',
    receivedFen: amountFen,
    paidOn,
    confirmedBy,
    confirmedAt: unit.now,
  })
  await postDeposit(context, work, money)
  const outstandingFen = await outstandingOf(unit.tx, due.id)
  await post(context, unit, postReceipt({ dueId: due.id, channel, amountFen, outstandingFen }), facts)
  if (destinationAccount !== null) {
    await post(context, unit, postPayout(amountFen, Math.min(feeFen, amountFen)), facts)
  }
  if (due.state === 'open' && amountFen >= outstandingFen) {
    await storeDue(unit, due, { state: dueMachine.transition(due.state, 'settle') })
    if (due.kind === 'upfront') await activateLicence(unit, contract.id)
  }
  unit.emit({
    type: 'payment.confirmed',
    subjectId: payment.id,
    payload: { contractId: contract.id, overpaidFen: Math.max(0, amountFen - outstandingFen) },
  })
  return after
}
