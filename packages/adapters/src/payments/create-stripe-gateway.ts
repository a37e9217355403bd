import Stripe from 'stripe'
import type { PaymentGateway } from './payment-gateway.ts'
import { readAccount, readCheckout, readIntent, readRefund } from './stripe-readings.ts'
import { orNothing, refusing } from './stripe-refusals.ts'

export const WALLETS = ['card', 'alipay', 'wechat_pay'] as const
export type Wallet = (typeof WALLETS)[number]

export interface StripeSettings {
  secretKey: string
  webhookSecret: string
  /** Another server that speaks Stripe's HTTP; for tests. */
  apiBase?: string | undefined
  /** What is offered where the account takes it; a deposit can be held on a card alone. */
  wallets: readonly Wallet[]
}

const TIMEOUT_MS = 20_000
const SIGNATURE_TOLERANCE_S = 300
const PAGE = 100

const addressOf = (apiBase: string | undefined) => {
  if (apiBase === undefined) return {}
  const { hostname, port, protocol } = new URL(apiBase)
  const plain = protocol === 'http:'
  return { host: hostname, port: port || (plain ? 80 : 443), protocol: plain ? 'http' : 'https' } as const
}

const secondsOf = (at: Date): number => Math.floor(at.getTime() / 1000)

/** Stripe by its own SDK. */
export const createStripeGateway = (settings: StripeSettings): PaymentGateway => {
  const stripe = new Stripe(settings.secretKey, {
    ...addressOf(settings.apiBase),
    timeout: TIMEOUT_MS,
    maxNetworkRetries: 2,
    telemetry: false,
  })

  return {
    openCheckout: ({ paymentId, amountFen, description, capture, returnUrl, destinationAccount, feeFen }) =>
      refusing(async () => {
        const manual = capture === 'manual'
        const metadata = { payment_id: paymentId }
        const session = await stripe.checkout.sessions.create(
          {
            mode: 'payment',
            allowed_payment_method_types: manual ? ['card'] : [...settings.wallets],
            ...(manual || !settings.wallets.includes('wechat_pay')
              ? {}
              : { payment_method_options: { wechat_pay: { client: 'web' } } }),
            line_items: [
              {
                quantity: 1,
                price_data: { currency: 'cny', unit_amount: amountFen, product_data: { name: description } },
              },
            ],
            payment_intent_data: {
              capture_method: manual ? 'manual' : 'automatic',
              metadata,
              transfer_data: { destination: destinationAccount },
              ...(feeFen > 0 ? { application_fee_amount: feeFen } : {}),
            },
            client_reference_id: paymentId,
            metadata,
            success_url: returnUrl,
            cancel_url: returnUrl,
          },
          { idempotencyKey: `checkout-${paymentId}` },
        )
        return readCheckout(session)
      }),
    readCheckout: (checkoutId) =>
      orNothing(async () => readCheckout(await stripe.checkout.sessions.retrieve(checkoutId))),
    closeCheckout: (checkoutId) =>
      refusing(async () => {
        const { status } = await stripe.checkout.sessions.retrieve(checkoutId)
        if (status === 'open') await stripe.checkout.sessions.expire(checkoutId)
      }),
    readIntent: (intentId) =>
      orNothing(async () =>
        readIntent(await stripe.paymentIntents.retrieve(intentId, { expand: ['latest_charge'] })),
      ),
    capture: ({ paymentId, intentId, amountFen }) =>
      refusing(async () => {
        await stripe.paymentIntents.capture(
          intentId,
          { amount_to_capture: amountFen },
          { idempotencyKey: `capture-${paymentId}` },
        )
      }),
    release: ({ paymentId, intentId }) =>
      refusing(async () => {
        await stripe.paymentIntents.cancel(intentId, {}, { idempotencyKey: `release-${paymentId}` })
      }),
    refund: ({ refundId, intentId, amountFen }) =>
      refusing(async () => {
        const refund = await stripe.refunds.create(
          {
            payment_intent: intentId,
            amount: amountFen,
            reverse_transfer: true,
            refund_application_fee: true,
            metadata: { refund_id: refundId },
          },
          { idempotencyKey: `refund-${refundId}` },
        )
        return readRefund(refund)
      }),
    listRefunds: (intentId) =>
      refusing(async () => {
        const found = []
        for await (const refund of stripe.refunds.list({ payment_intent: intentId, limit: PAGE })) {
          found.push(readRefund(refund))
        }
        return found
      }),
    async *listCheckoutsSince(since) {
      const pages = stripe.checkout.sessions.list({ created: { gte: secondsOf(since) }, limit: PAGE })
      for await (const session of pages) yield readCheckout(session)
    },
    async *listRefundsSince(since) {
      for await (const refund of stripe.refunds.list({ created: { gte: secondsOf(since) }, limit: PAGE })) {
        yield readRefund(refund)
      }
    },
    openAccount: (organizationId) =>
      refusing(async () => {
        const account = await stripe.accounts.create(
          { type: 'express', metadata: { organization_id: organizationId } },
          { idempotencyKey: `account-${organizationId}` },
        )
        return readAccount(account)
      }),
    readAccount: (accountId) => orNothing(async () => readAccount(await stripe.accounts.retrieve(accountId))),
    linkAccount: ({ accountId, returnUrl }) =>
      refusing(async () => {
        const link = await stripe.accountLinks.create({
          account: accountId,
          type: 'account_onboarding',
          return_url: returnUrl,
          refresh_url: returnUrl,
        })
        return link.url
      }),
    verifyEvent: (body, signature, at) => {
      try {
        const event = stripe.webhooks.constructEvent(
          body,
          signature,
          settings.webhookSecret,
          SIGNATURE_TOLERANCE_S,
          undefined,
          at.getTime(),
        )
        const { object } = event.data
        const objectId = 'id' in object && typeof object.id === 'string' ? object.id : ''
        return { eventId: event.id, type: event.type, objectId, payload: event }
      } catch {
        return null
      }
    },
  }
}
