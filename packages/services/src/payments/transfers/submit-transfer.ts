import { payments } from '@market/database/schema'
import {
  type CalendarDate,
  type Fen,
  type FieldProblem,
  refuse,
  refuseFields,
  shanghaiDateOf,
} from '@market/domain'
import { transferMachine } from '@market/domain/payments'
import { ownFileProblems } from '../../files/index.ts'
import type { ServiceContext } from '../../index.ts'
import { auditPayment, type Deal, onDue, onPayment, type PaymentRow, storePayment } from '../records.ts'

export interface SubmitTransferInput {
  dueId: string
  amountFen: Fen
  paidOn: CalendarDate
  note: string
  /** The bank's slip: a file of one's own organization. */
  proofFileId: string
}

const problemsOf = async (
  { unit, actor, contract }: Deal,
  { amountFen, paidOn, proofFileId }: SubmitTransferInput,
): Promise<FieldProblem[]> => {
  const problems = await ownFileProblems(unit.tx, actor, { fileId: proofFileId, path: 'proofFileId' })
  if (amountFen <= 0) problems.push({ path: 'amountFen', code: 'money.must_be_positive' })
  if (paidOn > shanghaiDateOf(unit.now)) problems.push({ path: 'paidOn', code: 'payment.in_future' })
  if (contract.signedOn !== null && paidOn < contract.signedOn) {
    problems.push({ path: 'paidOn', code: 'payment.before_signing' })
  }
  return problems
}

/**
 * The payer says a transfer was made and shows the slip; it counts once the receiver has confirmed it. Part of an
 * amount may be paid, and more than it. Refuses with `payment.not_open` or `payment.invalid`.
 */
export const submitTransfer = (context: ServiceContext, input: SubmitTransferInput): Promise<PaymentRow> =>
  onDue(context, input.dueId, 'payment.submit_transfer', async (deal) => {
    const { unit, actor, contract, due } = deal
    if (due.state !== 'open') throw refuse('conflict', 'payment.not_open', { state: due.state })
    const problems = await problemsOf(deal, input)
    if (problems.length > 0) throw refuseFields('payment.invalid', problems)
    const [payment] = await unit.tx
      .insert(payments)
      .values({
        ...input,
        id: context.ids.next(),
        contractId: contract.id,
        channel: 'bank',
        state: 'submitted',
        createdBy: actor.userId,
        createdAt: unit.now,
        updatedAt: unit.now,
      })
      .returning()
    if (!payment) throw new Error('The payment was not stored.')
    auditPayment(unit, 'payment.submit_transfer', contract, { after: payment, actor })
    unit.emit({ type: 'payment.submitted', subjectId: payment.id, payload: { contractId: contract.id } })
    return payment
  })

/** The payer takes back what nobody has looked at yet. Refuses with `payment.wrong_state`. */
export const withdrawTransfer = (context: ServiceContext, paymentId: string): Promise<PaymentRow> =>
  onPayment(context, paymentId, 'payment.withdraw', async ({ unit, actor, contract, payment }) => {
    const state = transferMachine.transition(payment.state, 'withdraw')
    const after = await storePayment(unit, payment, { state })
    auditPayment(unit, 'payment.withdraw', contract, { before: payment, after, actor })
    unit.emit({ type: 'payment.withdrawn', subjectId: paymentId, payload: { contractId: contract.id } })
    return after
  })
