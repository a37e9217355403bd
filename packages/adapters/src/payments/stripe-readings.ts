import { shanghaiDateOf } from '@market/domain'
import type Stripe from 'stripe'
import type { AccountReading, CheckoutReading, IntentReading, RefundReading } from './payment-gateway.ts'

/** Stripe's objects, or their ids where it did not unfold them. */
const idOf = (value: string | { id: string } | null): string | null =>
  typeof value === 'string' ? value : (value?.id ?? null)

const instantOf = (seconds: number): Date => new Date(seconds * 1000)

const CHECKOUT_STATES: Record<string, CheckoutReading['status']> = {
  complete: 'complete',
  expired: 'expired',
}

export const readCheckout = (session: Stripe.Checkout.Session): CheckoutReading => ({
  checkoutId: session.id,
  paymentId: session.metadata?.payment_id ?? null,
  status: CHECKOUT_STATES[session.status ?? ''] ?? 'open',
  url: session.url,
  expiresAt: instantOf(session.expires_at),
  intentId: idOf(session.payment_intent),
})

const INTENT_STATES: Record<string, IntentReading['status']> = {
  processing: 'processing',
  requires_capture: 'authorised',
  succeeded: 'succeeded',
  canceled: 'cancelled',
}

export const readIntent = (intent: Stripe.PaymentIntent): IntentReading => {
  const charge = intent.latest_charge
  const paid = charge !== null && typeof charge === 'object' ? charge.created : intent.created
  return {
    intentId: intent.id,
    paymentId: intent.metadata.payment_id ?? null,
    status: INTENT_STATES[intent.status] ?? 'waiting',
    amountFen: intent.amount,
    receivedFen: intent.amount_received,
    paidOn: intent.amount_received > 0 ? shanghaiDateOf(instantOf(paid)) : null,
  }
}

const refundStatus = (status: string | null): RefundReading['status'] => {
  if (status === 'succeeded') return 'succeeded'
  return status === 'failed' || status === 'canceled' ? 'failed' : 'pending'
}

export const readRefund = (refund: Stripe.Refund): RefundReading => ({
  refundId: refund.id,
  intentId: idOf(refund.payment_intent) ?? '',
  ourId: refund.metadata?.refund_id ?? null,
  status: refundStatus(refund.status),
  amountFen: refund.amount,
})

export const readAccount = (account: Stripe.Account): AccountReading => ({
  accountId: account.id,
  chargesEnabled: account.charges_enabled,
  payoutsEnabled: account.payouts_enabled,
  detailsSubmitted: account.details_submitted,
})
