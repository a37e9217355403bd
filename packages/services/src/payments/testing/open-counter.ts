import { createStripeGateway, type PaymentGateway } from '@market/adapters/payments'
import {
  DOUBLE_SECRET_KEY,
  DOUBLE_WEBHOOK_SECRET,
  type StripeDouble,
  startStripeDouble,
} from '@market/adapters/payments/testing'
import type { Database } from '@market/database'
import { gatewayEvents } from '@market/database/schema'
import type { FixedClock } from '@market/domain/testing'
import { isNull } from 'drizzle-orm'
import {
  type DueRow,
  keepGatewayEvent,
  openPayoutAccount,
  processGatewayEvent,
  refreshPayoutAccount,
  startCheckout,
} from '../index.ts'
import { makeTill, type Till, type TillFixture } from './make-till.ts'

export const PUBLIC_URL = 'https://market.example'

/** A double of Stripe, and tills that take money there. */
export interface Counter {
  stripe: StripeDouble
  gateway: PaymentGateway
  settings(feeBasisPoints?: number): { gateway: PaymentGateway; publicUrl: string; feeBasisPoints: number }
  /** A till whose receiver has finished an account at the double. */
  till(fixture?: TillFixture): Promise<Till>
  begin(
    till: Till,
    due: DueRow | undefined,
    fee?: number,
  ): Promise<{ paymentId: string; url: string; checkoutId: string }>
  /** Delivers events of the double as Stripe would, and lets the worker look. */
  deliver(till: Till, ids?: readonly string[]): Promise<void>
  close(): Promise<void>
}

export const openCounter = async (db: Database, clock: FixedClock): Promise<Counter> => {
  const stripe = await startStripeDouble(() => clock.now())
  const gateway = createStripeGateway({
    secretKey: DOUBLE_SECRET_KEY,
    webhookSecret: DOUBLE_WEBHOOK_SECRET,
    apiBase: stripe.url,
    wallets: ['card', 'alipay', 'wechat_pay'],
  })
  const settings: Counter['settings'] = (feeBasisPoints = 0) => ({
    gateway,
    publicUrl: PUBLIC_URL,
    feeBasisPoints,
  })
  return {
    stripe,
    gateway,
    settings,
    till: async (fixture = {}) => {
      const one = await makeTill(db, clock, fixture)
      await openPayoutAccount(one.as(one.receiver), settings())
      for (const id of stripe.books.accounts.keys()) stripe.books.finishAccount(id)
      await refreshPayoutAccount(one.as(one.receiver), gateway)
      return one
    },
    begin: async ({ as, payer }, due, fee = 0) => {
      const { paymentId, url } = await startCheckout(as(payer), settings(fee), due?.id ?? '')
      return { paymentId, url, checkoutId: url.split('/').at(-1) ?? '' }
    },
    deliver: async (one, ids = stripe.events.map(({ id }) => id)) => {
      for (const id of ids) {
        const { body, signature } = stripe.sign(id)
        const event = gateway.verifyEvent(Buffer.from(body), signature, clock.now())
        if (event) await keepGatewayEvent(one.as(null), event)
      }
      const waiting = await db.select().from(gatewayEvents).where(isNull(gatewayEvents.processedAt))
      for (const { id } of waiting) await processGatewayEvent(one.as(null), settings(), id)
    },
    close: () => stripe.close(),
  }
}
