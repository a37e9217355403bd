import type { CheckoutReading } from '@market/adapters/payments'
import type { WorkContext } from '@market/database'
import { contracts, paymentDues, payments } from '@market/database/schema'
import { checkoutMachine } from '@market/domain/payments'
import { eq } from 'drizzle-orm'
import { alreadyDone, unlessDone } from '../../index.ts'
import { auditPayment, holdPayment, type PaymentRow, storePayment } from '../records.ts'
import { type OnlineSettings, requireGateway, returnUrlOf } from './online-context.ts'

const describe = async ({ db }: Pick<WorkContext, 'db'>, { dueId }: PaymentRow) => {
  const [row] = await db
    .select({ due: paymentDues, title: contracts.title })
    .from(paymentDues)
    .innerJoin(contracts, eq(contracts.id, paymentDues.contractId))
    .where(eq(paymentDues.id, dueId))
  if (!row) throw new Error(`Amount ${dueId} does not exist.`)
  return `${row.title} · ${row.due.title} · ${row.due.reference ?? ''}`
}

/** Asks Stripe for the checkout of an intended payment; asked again, the same one comes back. */
export const askForCheckout = async (
  context: Pick<WorkContext, 'db'>,
  { gateway, publicUrl }: Pick<OnlineSettings, 'gateway' | 'publicUrl'>,
  payment: PaymentRow,
): Promise<CheckoutReading> => {
  const { id: paymentId, contractId, amountFen, destinationAccount, feeFen, manualCapture } = payment
  if (destinationAccount === null) throw new Error(`Payment ${paymentId} has nowhere to go.`)
  return requireGateway(gateway).openCheckout({
    paymentId,
    amountFen,
    destinationAccount,
    feeFen,
    description: await describe(context, payment),
    capture: manualCapture ? 'manual' : 'automatic',
    returnUrl: returnUrlOf(publicUrl, contractId, paymentId),
  })
}

/** Notes the checkout Stripe opened; left alone where somebody already has. */
export const recordCheckout = async (
  context: WorkContext,
  paymentId: string,
  { checkoutId, url, expiresAt, intentId }: CheckoutReading,
): Promise<boolean> =>
  unlessDone(context, async (unit) => {
    const { payment, contract } = await holdPayment(unit, paymentId)
    if (payment.state !== 'intended') throw alreadyDone()
    const state = checkoutMachine.transition(payment.state, 'open')
    const found = { checkoutId, checkoutUrl: url, expiresAt, intentId }
    const after = await storePayment(unit, payment, { state, ...found })
    auditPayment(unit, 'payment.checkout_opened', contract, { before: payment, after })
  })

/**
 * Where we went down between asking Stripe for a checkout and noting it: asked with the same key, the same one comes
 * back. Does nothing for a payment whose checkout is known.
 */
export const recoverCheckout = async (
  context: WorkContext,
  settings: Pick<OnlineSettings, 'gateway' | 'publicUrl'>,
  paymentId: string,
): Promise<boolean> => {
  const [payment] = await context.db.select().from(payments).where(eq(payments.id, paymentId))
  if (payment?.state !== 'intended') return false
  return recordCheckout(context, paymentId, await askForCheckout(context, settings, payment))
}
