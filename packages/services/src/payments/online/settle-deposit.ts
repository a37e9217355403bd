import type { PaymentGateway } from '@market/adapters/payments'
import { type Fen, refuse, refuseFields } from '@market/domain'
import type { ServiceContext } from '../../index.ts'
import { auditPayment, onPayment, type PaymentRow, storePayment } from '../records.ts'
import { requireGateway } from './online-context.ts'
import { synchronizePayment } from './synchronize-payment.ts'

/** Decides once what becomes of an authorised sum; whoever repeats the decision only carries it out again. */
const decide = (
  context: ServiceContext,
  action: 'payment.capture' | 'payment.release',
  { paymentId, settleFen }: { paymentId: string; settleFen: Fen },
): Promise<PaymentRow> =>
  onPayment(context, paymentId, action, async ({ unit, actor, contract, payment }) => {
    const { state, amountFen } = payment
    if (state !== 'authorised') throw refuse('conflict', 'payment.wrong_state', { state })
    if (payment.settleFen !== null && payment.settleFen !== settleFen) {
      throw refuse('conflict', 'payment.already_decided', { settleFen: payment.settleFen })
    }
    if (settleFen > amountFen) {
      const params = { amountFen }
      throw refuseFields('payment.invalid', [{ path: 'amountFen', code: 'payment.over_authorised', params }])
    }
    const after = await storePayment(unit, payment, { settleFen })
    auditPayment(unit, action, contract, { before: payment, after, actor })
    return after
  })

/** Tells Stripe what was decided; may be repeated. */
export const carryOut = async (gateway: PaymentGateway, payment: PaymentRow): Promise<void> => {
  const { id: paymentId, intentId, settleFen } = payment
  if (intentId === null || settleFen === null) return
  if (settleFen === 0) await gateway.release({ paymentId, intentId })
  else await gateway.capture({ paymentId, intentId, amountFen: settleFen })
}

/**
 * The receiver takes an authorised deposit, or a part of it; the rest is let go. Refuses with `payment.wrong_state`,
 * `payment.already_decided`, `payment.invalid` or what Stripe refuses.
 */
export const captureDeposit = async (
  context: ServiceContext,
  gateway: PaymentGateway | null,
  { paymentId, amountFen }: { paymentId: string; amountFen: Fen },
): Promise<void> => {
  if (amountFen <= 0) {
    throw refuseFields('payment.invalid', [{ path: 'amountFen', code: 'money.must_be_positive' }])
  }
  const payment = await decide(context, 'payment.capture', { paymentId, settleFen: amountFen })
  await carryOut(requireGateway(gateway), payment)
  await synchronizePayment(context, requireGateway(gateway), paymentId)
}

/** The receiver lets an authorised deposit go. Refuses as `captureDeposit` does. */
export const releaseDeposit = async (
  context: ServiceContext,
  gateway: PaymentGateway | null,
  paymentId: string,
): Promise<void> => {
  const payment = await decide(context, 'payment.release', { paymentId, settleFen: 0 })
  await carryOut(requireGateway(gateway), payment)
  await synchronizePayment(context, requireGateway(gateway), paymentId)
}

/** Asks Stripe anew, for somebody who has come back from paying or does not trust what is shown. */
export const recheckPayment = async (
  context: ServiceContext,
  gateway: PaymentGateway | null,
  paymentId: string,
): Promise<void> => {
  await onPayment(context, paymentId, 'payment.recheck', async ({ unit, actor, contract, payment }) => {
    if (payment.channel !== 'stripe') throw refuse('conflict', 'payment.not_online')
    auditPayment(unit, 'payment.recheck', contract, { after: payment, actor })
  })
  await synchronizePayment(context, requireGateway(gateway), paymentId)
}
