import type { GatewayEvent, PaymentGateway } from '@market/adapters/payments'
import type { WorkContext } from '@market/database'
import { gatewayEvents, paymentRefunds, payments, payoutAccounts } from '@market/database/schema'
import { eq, or } from 'drizzle-orm'
import { alreadyDone, unlessDone } from '../../index.ts'
import { synchronizeAccount } from '../accounts/payout-account.ts'
import type { OnlineSettings } from './online-context.ts'
import { recoverCheckout } from './recover-checkout.ts'
import { synchronizePayment } from './synchronize-payment.ts'

/** What we asked Stripe to tell us of; anything else is kept and left alone. */
const MONEY_EVENTS = /^(checkout\.session|payment_intent|charge|refund|account)\./

/**
 * Keeps what Stripe told us before anything is made of it, and has the worker look; told twice, it is kept once.
 * True when it was new.
 */
export const keepGatewayEvent = (context: WorkContext, event: GatewayEvent): Promise<boolean> =>
  unlessDone(context, async ({ tx, now, audit, emit }) => {
    const { eventId, type, objectId, payload } = event
    const id = context.ids.next()
    const [kept] = await tx
      .insert(gatewayEvents)
      .values({ id, eventId, type, objectId, payload, receivedAt: now })
      .onConflictDoNothing()
      .returning({ id: gatewayEvents.id })
    if (!kept) throw alreadyDone()
    const trail = { subjectType: 'gateway_event', subjectId: id }
    audit({ ...trail, action: 'payment.keep_event', after: { eventId, type, objectId } })
    emit({ type: 'payment.gateway_event', subjectId: id, payload: {} })
  })

const textIn = (value: unknown, ...path: string[]): string | null => {
  let found: unknown = value
  for (const part of path) {
    if (typeof found !== 'object' || found === null) return null
    found = Object.entries(found).find(([key]) => key === part)?.[1]
  }
  return typeof found === 'string' ? found : null
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The payment an event is about, by any name it gives: a hint where to look, and nothing more. */
const paymentOf = async (
  { db }: WorkContext,
  { objectId, payload }: typeof gatewayEvents.$inferSelect,
): Promise<string | null> => {
  const object = ['data', 'object']
  const intentId = textIn(payload, ...object, 'payment_intent') ?? objectId
  const named = textIn(payload, ...object, 'metadata', 'payment_id') ?? ''
  const [found] = await db
    .select({ id: payments.id })
    .from(payments)
    .leftJoin(paymentRefunds, eq(paymentRefunds.paymentId, payments.id))
    .where(
      or(
        eq(payments.checkoutId, objectId),
        eq(payments.intentId, intentId),
        eq(paymentRefunds.gatewayId, objectId),
        UUID.test(named) ? eq(payments.id, named) : undefined,
      ),
    )
    .limit(1)
  return found?.id ?? null
}

/** Reads anew, at Stripe, what a kept event is about. May be repeated. */
export const processGatewayEvent = async (
  context: WorkContext,
  settings: Omit<OnlineSettings, 'gateway'> & { gateway: PaymentGateway },
  id: string,
): Promise<void> => {
  const { gateway } = settings
  const [event] = await context.db.select().from(gatewayEvents).where(eq(gatewayEvents.id, id))
  if (!event) throw new Error(`Gateway event ${id} does not exist.`)
  if (MONEY_EVENTS.test(event.type)) {
    if (event.type.startsWith('account.')) await synchronizeAccountOf(context, gateway, event.objectId)
    const paymentId = await paymentOf(context, event)
    if (paymentId !== null) {
      await recoverCheckout(context, settings, paymentId)
      await synchronizePayment(context, gateway, paymentId)
    }
  }
  await context.db
    .update(gatewayEvents)
    .set({ processedAt: context.clock.now() })
    .where(eq(gatewayEvents.id, id))
}

const synchronizeAccountOf = async (context: WorkContext, gateway: PaymentGateway, accountId: string) => {
  const [account] = await context.db
    .select()
    .from(payoutAccounts)
    .where(eq(payoutAccounts.gatewayAccountId, accountId))
  if (account) await synchronizeAccount(context, gateway, account.organizationId)
}
