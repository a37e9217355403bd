import type { PaymentGateway } from '@market/adapters/payments'
import { paymentRefunds } from '@market/database/schema'
import { type Fen, refuse, refuseFields, sumFen } from '@market/domain'
import { eq } from 'drizzle-orm'
import { ownFileProblems } from '../files/index.ts'
import type { ServiceContext } from '../index.ts'
import { bookRefund, refundsOf, stepRefund } from './book-refund.ts'
import { requireGateway } from './online/online-context.ts'
import { synchronizePayment } from './online/synchronize-payment.ts'
import { auditPayment, onPayment, type PaymentRow, type PaymentWork, type RefundRow } from './records.ts'

export interface RefundPaymentInput {
  paymentId: string
  amountFen: Fen
  reason: string
  /** The bank's slip of a transfer back. */
  proofFileId: string | null
}

type Work = Parameters<Parameters<typeof onPayment>[3]>[0]

const requireSound = async (work: Work, input: RefundPaymentInput): Promise<void> => {
  const { unit, actor, payment } = work
  const { state, receivedFen, channel } = payment
  if (state !== 'confirmed' || receivedFen === null)
    throw refuse('conflict', 'payment.wrong_state', { state })
  const running = (await refundsOf(unit, payment.id)).filter((refund) => refund.state !== 'failed')
  const leftFen = receivedFen - sumFen(running.map(({ amountFen }) => amountFen))
  const proof = { fileId: input.proofFileId, path: 'proofFileId' }
  const problems = await ownFileProblems(unit.tx, actor, proof)
  if (input.amountFen <= 0) problems.push({ path: 'amountFen', code: 'money.must_be_positive' })
  if (input.amountFen > leftFen) {
    problems.push({ path: 'amountFen', code: 'payment.over_received', params: { leftFen } })
  }
  if (input.reason.trim() === '') problems.push({ path: 'reason', code: 'field.required' })
  if (channel === 'bank' && input.proofFileId === null) {
    problems.push({ path: 'proofFileId', code: 'field.required' })
  }
  if (problems.length > 0) throw refuseFields('payment.invalid', problems)
}

const intendRefund = (
  context: ServiceContext,
  input: RefundPaymentInput,
): Promise<{ payment: PaymentRow; refund: RefundRow }> =>
  onPayment(context, input.paymentId, 'payment.refund', async (work) => {
    await requireSound(work, input)
    const { unit, actor, payment, contract } = work
    const { paymentId, amountFen, reason, proofFileId } = input
    const [refund] = await unit.tx
      .insert(paymentRefunds)
      .values({
        ...{ id: context.ids.next(), paymentId, amountFen, reason: reason.trim(), proofFileId },
        state: payment.channel === 'bank' ? 'pending' : 'intended',
        createdBy: actor.userId,
        createdAt: unit.now,
      })
      .returning()
    if (!refund) throw new Error('The refund was not stored.')
    const { organizationId } = actor
    const trail = { subjectType: 'payment', subjectId: paymentId, organizationId }
    unit.audit({ ...trail, action: 'payment.refund', after: refund })
    if (payment.channel === 'bank') {
      const payload = { contractId: contract.id, refundId: refund.id }
      unit.emit({ type: 'payment.refund_sent', subjectId: paymentId, payload })
    }
    return { payment, refund }
  })

/** Asks Stripe for an intended refund; asked again, it is the same one. */
export const askForRefund = async (
  gateway: PaymentGateway,
  payment: PaymentRow,
  { id: refundId, amountFen }: RefundRow,
): Promise<void> => {
  if (payment.intentId === null) throw new Error(`Payment ${payment.id} never came to Stripe.`)
  await gateway.refund({ refundId, intentId: payment.intentId, amountFen })
}

/**
 * Gives money back, whole or in part. By Stripe it goes at once; by bank the receiver has sent it and the payer's finance
 * confirms that it came. Refuses with `payment.wrong_state`, `payment.invalid` or what Stripe refuses.
 */
export const refundPayment = async (
  context: ServiceContext,
  gateway: PaymentGateway | null,
  input: RefundPaymentInput,
): Promise<void> => {
  const { payment, refund } = await intendRefund(context, input)
  if (payment.channel === 'bank') return
  await askForRefund(requireGateway(gateway), payment, refund)
  await synchronizePayment(context, requireGateway(gateway), payment.id)
}

export interface ConfirmRefundInput {
  paymentId: string
  refundId: string
  /** False: the payer looked and it has not come. */
  arrived: boolean
}

const findRefund = async ({ unit, payment }: PaymentWork, refundId: string): Promise<RefundRow> => {
  const [refund] = await unit.tx.select().from(paymentRefunds).where(eq(paymentRefunds.id, refundId))
  if (!refund || refund.paymentId !== payment.id) throw refuse('not-found', 'payment.not_found')
  return refund
}

/** The payer's finance says whether a transfer back has come. Refuses with `refund.wrong_state`. */
export const confirmRefund = (
  context: ServiceContext,
  { paymentId, refundId, arrived }: ConfirmRefundInput,
): Promise<RefundRow> =>
  onPayment(context, paymentId, 'payment.confirm_refund', async (work) => {
    const { unit, actor, contract, payment } = work
    const refund = await findRefund(work, refundId)
    const { state } = refund
    if (payment.channel !== 'bank' || state !== 'pending') {
      throw refuse('conflict', 'refund.wrong_state', { state })
    }
    const changes = { confirmedBy: actor.userId }
    const after = arrived
      ? await bookRefund(context, work, refund, changes)
      : await stepRefund(work, refund, 'fail', changes)
    auditPayment(unit, 'payment.confirm_refund', contract, { after: payment, actor })
    return after
  })
