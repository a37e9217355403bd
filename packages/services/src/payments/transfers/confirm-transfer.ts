import { type Fen, refuse, refuseFields, shanghaiDateOf } from '@market/domain'
import { transferMachine } from '@market/domain/payments'
import { paymentRulesOn } from '@market/domain/regimes'
import type { ServiceContext } from '../../index.ts'
import { bookReceipt } from '../book-receipt.ts'
import { auditPayment, onPayment, type PaymentRow, storePayment } from '../records.ts'

export interface ConfirmTransferInput {
  paymentId: string
  /** What the account statement shows; it may be more or less than was said. */
  receivedFen: Fen
}

/** Whether a sum needs two people, by the rules of the day. */
export const needsTwoPeople = (amountFen: Fen, now: Date): boolean =>
  amountFen > paymentRulesOn(shanghaiDateOf(now)).secondPersonAboveFen

/**
 * The receiver's finance finds the money on the account. Above the limit of the rules the first person's word waits for
 * a second one's, who has to find the same sum. Refuses with `payment.wrong_state`, `payment.invalid`,
 * `payment.second_person` or `payment.amounts_differ`.
 */
export const confirmTransfer = (
  context: ServiceContext,
  { paymentId, receivedFen }: ConfirmTransferInput,
): Promise<PaymentRow> =>
  onPayment(context, paymentId, 'payment.confirm', async (work) => {
    const { unit, actor, contract, payment } = work
    const large = needsTwoPeople(Math.max(receivedFen, payment.amountFen), unit.now)
    const first = large && payment.firstConfirmedBy === null
    const state = transferMachine.transition(payment.state, first ? 'confirm_first' : 'confirm')
    if (receivedFen <= 0) {
      throw refuseFields('payment.invalid', [{ path: 'receivedFen', code: 'money.must_be_positive' }])
    }
    if (first) {
      const after = await storePayment(unit, payment, {
        state,
        firstConfirmedBy: actor.userId,
        firstConfirmedAt: unit.now,
        firstConfirmedFen: receivedFen,
      })
      auditPayment(unit, 'payment.confirm_first', contract, { before: payment, after, actor })
      unit.emit({ type: 'payment.awaits_second', subjectId: paymentId, payload: { contractId: contract.id } })
      return after
    }
    const { firstConfirmedBy, firstConfirmedFen, paidOn } = payment
    if (firstConfirmedBy === actor.userId) throw refuse('forbidden', 'payment.second_person')
    if (firstConfirmedFen !== null && firstConfirmedFen !== receivedFen) {
      throw refuse('conflict', 'payment.amounts_differ')
    }
    const money = {
      amountFen: receivedFen,
      paidOn: paidOn ?? shanghaiDateOf(unit.now),
      confirmedBy: actor.userId,
    }
    const after = await bookReceipt(context, work, money)
    auditPayment(unit, 'payment.confirm', contract, { before: payment, after, actor })
    return after
  })

export interface RejectTransferInput {
  paymentId: string
  reason: string
}

/** The receiver does not find the money, and says why. Refuses with `payment.wrong_state` or `payment.reason_required`. */
export const rejectTransfer = (
  context: ServiceContext,
  { paymentId, reason }: RejectTransferInput,
): Promise<PaymentRow> =>
  onPayment(context, paymentId, 'payment.reject', async ({ unit, actor, contract, payment }) => {
    const state = transferMachine.transition(payment.state, 'reject')
    if (reason.trim() === '') {
      throw refuseFields('payment.reason_required', [{ path: 'reason', code: 'field.required' }])
    }
    const after = await storePayment(unit, payment, { state, rejectedReason: reason.trim() })
    auditPayment(unit, 'payment.reject', contract, { before: payment, after, actor })
    unit.emit({ type: 'payment.rejected', subjectId: paymentId, payload: { contractId: contract.id } })
    return after
  })
