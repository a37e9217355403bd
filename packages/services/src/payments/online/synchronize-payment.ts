import type { CheckoutReading, IntentReading, PaymentGateway, RefundReading } from '@market/adapters/payments'
import type { WorkContext } from '@market/database'
import { paymentRefunds, payments } from '@market/database/schema'
import { shanghaiDateOf } from '@market/domain'
import { type CheckoutCommand, checkoutMachine } from '@market/domain/payments'
import { eq } from 'drizzle-orm'
import { alreadyDone, unlessDone } from '../../index.ts'
import { bookReceipt } from '../book-receipt.ts'
import { bookRefund, refundsOf, stepRefund, unbookRefund } from '../book-refund.ts'
import {
  auditPayment,
  holdPayment,
  type PaymentRow,
  type PaymentWork,
  type RefundRow,
  storePayment,
} from '../records.ts'

/** What Stripe says of a payment, read just now. */
interface Reading {
  checkout: CheckoutReading | null
  intent: IntentReading | null
  refunds: RefundReading[]
}

const readAtGateway = async (gateway: PaymentGateway, payment: PaymentRow): Promise<Reading> => {
  const { checkoutId } = payment
  const checkout = checkoutId === null ? null : await gateway.readCheckout(checkoutId)
  const intentId = checkout?.intentId ?? payment.intentId
  const intent = intentId === null ? null : await gateway.readIntent(intentId)
  const refunds = intent !== null && intent.receivedFen > 0 ? await gateway.listRefunds(intent.intentId) : []
  return { checkout, intent, refunds }
}

/** What has become of a payment in Stripe's eyes; null while nothing is settled. */
const commandOf = ({ checkout, intent }: Reading): CheckoutCommand | null => {
  if (intent?.status === 'succeeded') return 'confirm'
  if (intent?.status === 'authorised') return 'authorise'
  if (intent?.status === 'processing') return null
  return intent?.status === 'cancelled' || checkout?.status === 'expired' ? 'cancel' : null
}

const moves = ({ state }: PaymentRow, reading: Reading): CheckoutCommand | null => {
  const command = commandOf(reading)
  return command !== null && checkoutMachine.allows(state, command) ? command : null
}

/** Refunds Stripe tells more of than we have booked. */
const newsOf = (known: readonly RefundRow[], readings: readonly RefundReading[]) =>
  readings.flatMap((reading) => {
    const ours = known.find(({ id, gatewayId }) => gatewayId === reading.refundId || id === reading.ourId)
    if (ours === undefined) return { reading, ours: null }
    const awaited = reading.status === 'pending' ? ours.state === 'intended' : ours.state !== reading.status
    // A refund that failed has come to its end; a late reading of before does not raise it again.
    return awaited && ours.state !== 'failed' ? { reading, ours } : []
  })

const storeForeign = async (
  context: WorkContext,
  { unit, payment }: PaymentWork,
  { refundId, amountFen }: RefundReading,
): Promise<RefundRow> => {
  const [refund] = await unit.tx
    .insert(paymentRefunds)
    .values({
      id: context.ids.next(),
      paymentId: payment.id,
      state: 'pending',
      amountFen,
      reason: 'Stripe',
      gatewayId: refundId,
      createdAt: unit.now,
    })
    .returning()
  if (!refund) throw new Error('The refund was not stored.')
  return refund
}

const applyRefund = async (
  context: WorkContext,
  work: PaymentWork,
  { reading, ours }: { reading: RefundReading; ours: RefundRow | null },
): Promise<void> => {
  const refund = ours ?? (await storeForeign(context, work, reading))
  const gatewayId = reading.refundId
  if (reading.status === 'succeeded') await bookRefund(context, work, refund, { gatewayId })
  else if (reading.status === 'failed') await unbookRefund(context, work, refund)
  else if (refund.state === 'intended') await stepRefund(work, refund, 'send', { gatewayId })
}

const applyCommand = async (
  context: WorkContext,
  work: PaymentWork,
  command: CheckoutCommand,
  { intent }: Reading,
): Promise<PaymentRow> => {
  const { unit, payment } = work
  const intentId = intent?.intentId ?? payment.intentId
  if (command === 'confirm' && intent !== null) {
    const named = await storePayment(unit, payment, { intentId })
    const { receivedFen: amountFen, paidOn } = intent
    const money = { amountFen, paidOn: paidOn ?? shanghaiDateOf(unit.now), confirmedBy: null }
    return bookReceipt(context, { ...work, payment: named }, money)
  }
  const state = checkoutMachine.transition(payment.state, command)
  const after = await storePayment(unit, payment, { state, intentId })
  const types = { authorise: 'payment.authorised', cancel: 'payment.cancelled' } as const
  const type = command === 'authorise' ? types.authorise : types.cancel
  unit.emit({ type, subjectId: payment.id, payload: { contractId: payment.contractId } })
  return after
}

const isNews = (payment: PaymentRow, refunds: readonly RefundRow[], reading: Reading): boolean =>
  moves(payment, reading) !== null ||
  newsOf(refunds, reading.refunds).length > 0 ||
  (payment.intentId === null && reading.intent !== null)

const apply = (context: WorkContext, paymentId: string, reading: Reading): Promise<boolean> =>
  unlessDone(context, async (unit) => {
    const work = await holdPayment(unit, paymentId)
    const { payment: before, contract } = work
    if (!isNews(before, await refundsOf(unit, paymentId), reading)) throw alreadyDone()
    const command = moves(before, reading)
    const intentId = reading.intent?.intentId ?? before.intentId
    const after =
      command === null
        ? await storePayment(unit, before, { intentId })
        : await applyCommand(context, work, command, reading)
    for (const news of newsOf(await refundsOf(unit, paymentId), reading.refunds)) {
      await applyRefund(context, { ...work, payment: after }, news)
    }
    auditPayment(unit, 'payment.synchronize', contract, { before, after })
  })

/**
 * Reads a payment anew at Stripe and brings our records up to it; true when they changed. Right however often, late or
 * in whatever order it is asked for: only what Stripe says now counts, and nothing leads back out of what is settled.
 */
export const synchronizePayment = async (
  context: WorkContext,
  gateway: PaymentGateway,
  paymentId: string,
): Promise<boolean> => {
  const [payment] = await context.db.select().from(payments).where(eq(payments.id, paymentId))
  if (payment?.channel !== 'stripe' || payment.checkoutId === null) return false
  return apply(context, paymentId, await readAtGateway(gateway, payment))
}
