import { refusingOn } from '@market/database'
import { contracts, paymentDues, payments, payoutAccounts } from '@market/database/schema'
import { refuse } from '@market/domain'
import { platformFee } from '@market/domain/payments'
import { authorize } from '@market/domain/policy'
import { and, eq, inArray } from 'drizzle-orm'
import { requireMember, type ServiceContext } from '../../index.ts'
import { outstandingOf } from '../ledger.ts'
import {
  auditPayment,
  type Deal,
  type DueRow,
  onDue,
  type PaymentRow,
  relationsToPayment,
} from '../records.ts'
import { type OnlineSettings, requireGateway } from './online-context.ts'
import { askForCheckout, recordCheckout } from './recover-checkout.ts'

const RUNNING = ['intended', 'pending', 'authorised'] as const

const findRunning = async ({ db }: Pick<ServiceContext, 'db'>, dueId: string): Promise<PaymentRow | null> => {
  const running = and(
    eq(payments.dueId, dueId),
    eq(payments.channel, 'stripe'),
    inArray(payments.state, RUNNING),
  )
  const [payment] = await db.select().from(payments).where(running)
  return payment ?? null
}

/** The owner's account that can take money by now. Refuses with `payment.owner_takes_no_online`. */
const destinationOf = async ({ unit, contract }: Deal): Promise<string> => {
  const [account] = await unit.tx
    .select()
    .from(payoutAccounts)
    .where(eq(payoutAccounts.organizationId, contract.sellerId))
  const { gatewayAccountId, chargesEnabled, payoutsEnabled } = account ?? {}
  if (!gatewayAccountId || !chargesEnabled || !payoutsEnabled) {
    throw refuse('precondition', 'payment.owner_takes_no_online')
  }
  return gatewayAccountId
}

/** What will be asked of Stripe, written down before it is asked. */
const intend = async (context: ServiceContext, dueId: string, feeBasisPoints: number): Promise<PaymentRow> =>
  onDue(context, dueId, 'payment.pay_online', async (deal) => {
    const { unit, actor, contract, due } = deal
    if (due.state !== 'open') throw refuse('conflict', 'payment.not_open', { state: due.state })
    const destinationAccount = await destinationOf(deal)
    const manualCapture = due.kind === 'deposit'
    const amountFen = (await outstandingOf(unit.tx, dueId)) || due.amountFen
    const [payment] = await unit.tx
      .insert(payments)
      .values({
        id: context.ids.next(),
        dueId,
        contractId: contract.id,
        channel: 'stripe',
        state: 'intended',
        amountFen,
        manualCapture,
        destinationAccount,
        feeFen: platformFee(amountFen, feeBasisPoints),
        createdBy: actor.userId,
        createdAt: unit.now,
        updatedAt: unit.now,
      })
      .returning()
    if (!payment) throw new Error('The payment was not stored.')
    auditPayment(unit, 'payment.pay_online', contract, { after: payment, actor })
    return payment
  })

const requirePayer = async (context: ServiceContext, dueId: string): Promise<DueRow> => {
  const actor = requireMember(context)
  const [row] = await context.db
    .select({ due: paymentDues, contract: contracts })
    .from(paymentDues)
    .innerJoin(contracts, eq(contracts.id, paymentDues.contractId))
    .where(eq(paymentDues.id, dueId))
  if (!row) throw refuse('not-found', 'payment.not_found')
  authorize(actor, 'payment.pay_online', relationsToPayment(actor, row.contract))
  return row.due
}

/**
 * Opens a page of Stripe's where the payer pays what is still open of an amount, and returns its address; a deposit is
 * only authorised there. Whoever comes back to a checkout under way gets the same page. Refuses with
 * `payment.online_not_offered`, `payment.not_open`, `payment.owner_takes_no_online`, `payment.already_authorised`,
 * `payment.under_way` or what Stripe refuses.
 */
export const startCheckout = async (
  context: ServiceContext,
  settings: OnlineSettings,
  dueId: string,
): Promise<{ paymentId: string; url: string }> => {
  await requirePayer(context, dueId)
  requireGateway(settings.gateway)
  const underWay = () => refuse('conflict', 'payment.under_way')
  const payment = await refusingOn(
    { payments_one_checkout: underWay },
    async () => (await findRunning(context, dueId)) ?? intend(context, dueId, settings.feeBasisPoints),
  )
  if (payment.state === 'authorised') throw refuse('conflict', 'payment.already_authorised')
  if (payment.checkoutUrl !== null) return { paymentId: payment.id, url: payment.checkoutUrl }
  const checkout = await askForCheckout(context, settings, payment)
  await recordCheckout(context, payment.id, checkout)
  if (checkout.url === null) throw underWay()
  return { paymentId: payment.id, url: checkout.url }
}
