import type { CheckoutReading, PaymentGateway, RefundReading } from '@market/adapters/payments'
import type { WorkContext } from '@market/database'
import { paymentRefunds, payments, reconciliationDifferences, reconciliations } from '@market/database/schema'
import type { DifferenceKind } from '@market/domain/payments'
import { and, desc, eq, inArray, isNotNull, lt, or } from 'drizzle-orm'
import { alreadyDone, unlessDone } from '../../index.ts'
import { auditPayment, holdPayment, type PaymentRow, storePayment } from '../records.ts'
import { askForRefund } from '../refund-payment.ts'
import type { OnlineSettings } from './online-context.ts'
import { recordCheckout } from './recover-checkout.ts'
import { carryOut } from './settle-deposit.ts'
import { synchronizePayment } from './synchronize-payment.ts'

/** A checkout lives a day and a wallet may take another; the last run is looked at again that far back. */
const OVERLAP_MS = 3 * 86_400_000
/** The first run, and one after a long pause, looks no further back. */
const LOOK_BACK_MS = 90 * 86_400_000
/** What is younger may still be on its way through a request. */
const SETTLED_AFTER_MS = 15 * 60_000

interface Difference {
  kind: DifferenceKind
  paymentId: string | null
  gatewayId: string
  ours: string
  theirs: string
  mended: boolean
}

type Settings = Pick<OnlineSettings, 'publicUrl'> & { gateway: PaymentGateway }

const startOf = async ({ db, clock }: WorkContext): Promise<Date> => {
  const [last] = await db
    .select({ startedAt: reconciliations.startedAt })
    .from(reconciliations)
    .orderBy(desc(reconciliations.startedAt))
    .limit(1)
  const earliest = clock.now().getTime() - LOOK_BACK_MS
  return new Date(Math.max(earliest, (last?.startedAt.getTime() ?? 0) - OVERLAP_MS))
}

const findPayment = async ({ db }: WorkContext, id: string): Promise<PaymentRow | null> => {
  const [payment] = await db.select().from(payments).where(eq(payments.id, id))
  return payment ?? null
}

const stateOf = async (context: WorkContext, id: string): Promise<string> =>
  (await findPayment(context, id))?.state ?? 'unknown'

/** Brings one payment up to what Stripe says; the difference there was, if any. */
const compareState = async (
  context: WorkContext,
  gateway: PaymentGateway,
  { id: paymentId, state, checkoutId }: PaymentRow,
): Promise<Difference[]> => {
  if (!(await synchronizePayment(context, gateway, paymentId))) return []
  const theirs = await stateOf(context, paymentId)
  return [{ kind: 'state', paymentId, gatewayId: checkoutId ?? '', ours: state, theirs, mended: true }]
}

const isOf = (payment: PaymentRow, { checkoutId }: CheckoutReading): boolean =>
  payment.checkoutId === null || payment.checkoutId === checkoutId

const compareCheckout = async (
  context: WorkContext,
  gateway: PaymentGateway,
  checkout: CheckoutReading,
): Promise<Difference[]> => {
  const { checkoutId, paymentId, status } = checkout
  const payment = paymentId === null ? null : await findPayment(context, paymentId)
  if (payment === null || !isOf(payment, checkout)) {
    const known = { kind: 'unknown_checkout', paymentId: payment?.id ?? null, gatewayId: checkoutId } as const
    return [{ ...known, ours: '', theirs: status, mended: false }]
  }
  const found: Difference[] = []
  if (payment.checkoutId === null && (await recordCheckout(context, payment.id, checkout))) {
    const { id, state: ours } = payment
    found.push({
      kind: 'unrecorded_checkout',
      paymentId: id,
      gatewayId: checkoutId,
      ours,
      theirs: status,
      mended: true,
    })
  }
  const now = (await findPayment(context, payment.id)) ?? payment
  return [...found, ...(await compareState(context, gateway, now))]
}

const compareRefund = async (
  context: WorkContext,
  gateway: PaymentGateway,
  { refundId, intentId, status, ourId }: RefundReading,
): Promise<Difference[]> => {
  const [payment] = await context.db.select().from(payments).where(eq(payments.intentId, intentId))
  const gatewayId = refundId
  if (!payment) {
    return [{ kind: 'unknown_refund', paymentId: null, gatewayId, ours: '', theirs: status, mended: false }]
  }
  if (!(await synchronizePayment(context, gateway, payment.id))) return []
  const ours = ourId === null ? '' : 'not booked'
  return [{ kind: 'state', paymentId: payment.id, gatewayId, ours, theirs: status, mended: true }]
}

/** Gives up an intended payment that Stripe, asked for all it has, knows nothing of. */
const giveUp = (context: WorkContext, paymentId: string): Promise<boolean> =>
  unlessDone(context, async (unit) => {
    const { payment, contract } = await holdPayment(unit, paymentId)
    if (payment.state !== 'intended') throw alreadyDone()
    const after = await storePayment(unit, payment, { state: 'cancelled' })
    auditPayment(unit, 'payment.give_up', contract, { before: payment, after })
  })

/** Our own payments that are still under way: asked about one by one, whatever the list said. */
const compareRunning = async (context: WorkContext, { gateway }: Settings): Promise<Difference[]> => {
  const settled = new Date(context.clock.now().getTime() - SETTLED_AFTER_MS)
  const running = await context.db
    .select()
    .from(payments)
    .where(
      and(
        eq(payments.channel, 'stripe'),
        inArray(payments.state, ['intended', 'pending', 'authorised']),
        lt(payments.updatedAt, settled),
      ),
    )
  const found: Difference[] = []
  for (const payment of running) {
    const { id: paymentId, state, settleFen, checkoutId } = payment
    if (state === 'intended' && (await giveUp(context, paymentId))) {
      found.push({ kind: 'unanswered', paymentId, gatewayId: '', ours: state, theirs: '', mended: true })
    }
    if (state === 'authorised' && settleFen !== null) {
      await carryOut(gateway, payment)
      const facts = { paymentId, gatewayId: checkoutId ?? '', ours: String(settleFen), theirs: state }
      found.push({ kind: 'undone_decision', ...facts, mended: true })
    }
    found.push(...(await compareState(context, gateway, payment)))
  }
  return found
}

/** Refunds written down and not sent, and those still awaited. */
const compareOwnRefunds = async (context: WorkContext, { gateway }: Settings): Promise<Difference[]> => {
  const settled = new Date(context.clock.now().getTime() - SETTLED_AFTER_MS)
  const waiting = await context.db
    .select({ refund: paymentRefunds, payment: payments })
    .from(paymentRefunds)
    .innerJoin(payments, eq(payments.id, paymentRefunds.paymentId))
    .where(
      and(
        eq(payments.channel, 'stripe'),
        lt(paymentRefunds.createdAt, settled),
        or(
          eq(paymentRefunds.state, 'intended'),
          and(eq(paymentRefunds.state, 'pending'), isNotNull(paymentRefunds.gatewayId)),
        ),
      ),
    )
  const found: Difference[] = []
  for (const { refund, payment } of waiting) {
    const { id: paymentId } = payment
    if (refund.state === 'intended') {
      await askForRefund(gateway, payment, refund)
      found.push({
        kind: 'unsent_refund',
        paymentId,
        gatewayId: refund.id,
        ours: 'intended',
        theirs: '',
        mended: true,
      })
    }
    found.push(...(await compareState(context, gateway, payment)))
  }
  return found
}

const writeDown = async (
  context: WorkContext,
  { fromAt, startedAt, checkedCount }: { fromAt: Date; startedAt: Date; checkedCount: number },
  differences: readonly Difference[],
): Promise<void> => {
  await unlessDone(context, async ({ tx, now, audit, emit }) => {
    const id = context.ids.next()
    await tx.insert(reconciliations).values({ id, fromAt, startedAt, finishedAt: now, checkedCount })
    const rows = differences.map((row) => ({ ...row, id: context.ids.next(), reconciliationId: id }))
    if (rows.length > 0) await tx.insert(reconciliationDifferences).values(rows)
    const after = { checkedCount, differences: differences.length }
    audit({ action: 'payment.reconcile', subjectType: 'reconciliation', subjectId: id, after })
    const open = differences.filter(({ mended }) => !mended).length
    if (open > 0) emit({ type: 'payment.differences_found', subjectId: id, payload: { open } })
  })
}

/**
 * Compares all Stripe has since the last run, and all we hold open, with each other; mends what can be mended (lost news,
 * calls whose answer was lost, refunds made at Stripe itself) and writes every difference down.
 */
export const reconcilePayments = async (
  context: WorkContext,
  settings: Settings,
): Promise<{ checkedCount: number; differences: Difference[] }> => {
  const { gateway } = settings
  const startedAt = context.clock.now()
  const fromAt = await startOf(context)
  const differences: Difference[] = []
  let checkedCount = 0
  for await (const checkout of gateway.listCheckoutsSince(fromAt)) {
    checkedCount += 1
    differences.push(...(await compareCheckout(context, gateway, checkout)))
  }
  for await (const refund of gateway.listRefundsSince(fromAt)) {
    checkedCount += 1
    differences.push(...(await compareRefund(context, gateway, refund)))
  }
  differences.push(...(await compareRunning(context, settings)))
  differences.push(...(await compareOwnRefunds(context, settings)))
  await writeDown(context, { fromAt, startedAt, checkedCount }, differences)
  return { checkedCount, differences }
}
