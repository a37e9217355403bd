import { paymentDues, payments } from '@market/database/schema'
import { type CalendarDate, refuse, refuseFields, shanghaiDateOf } from '@market/domain'
import { dueMachine, postOffset, postWaiver, RUNNING_STATES } from '@market/domain/payments'
import { and, eq, inArray } from 'drizzle-orm'
import type { ServiceContext } from '../../index.ts'
import { balancesOf, outstandingOf, post } from '../ledger.ts'
import { type Deal, type DueRow, onDue, storeDue } from '../records.ts'
import { dueAfterCall } from './open-schedule.ts'
import { frameOf } from './schedule-frame.ts'

const trail = (
  { unit: { audit, emit }, actor, contract }: Deal,
  action: string,
  before: DueRow,
  after: Partial<DueRow> & Record<string, unknown>,
): void => {
  const { organizationId } = actor
  audit({ action, subjectType: 'payment_due', subjectId: before.id, organizationId, before, after })
  emit({
    type: action,
    subjectId: before.id,
    payload: { contractId: contract.id, byOrganizationId: organizationId },
  })
}

export interface CallDueInput {
  dueId: string
  /** Left out: after the days the market's rules give. */
  dueOn: CalendarDate | null
}

/**
 * The receiver calls for an amount whose milestone is reached; from then on it has a date. Refuses with
 * `payment_due.wrong_state`, `payment.already_called`, `payment.date_past` or, while fees are deferred, `payment.within_grace`.
 */
export const callDue = (context: ServiceContext, { dueId, dueOn }: CallDueInput): Promise<DueRow> =>
  onDue(context, dueId, 'payment.call', async (deal) => {
    const { unit, due, contract } = deal
    const state = dueMachine.transition(due.state, 'call')
    if (due.dueOn !== null) throw refuse('conflict', 'payment.already_called', { dueOn: due.dueOn })
    if (dueOn !== null && dueOn < shanghaiDateOf(unit.now)) {
      throw refuseFields('payment.invalid', [{ path: 'dueOn', code: 'payment.date_past' }])
    }
    const calledFor = dueOn ?? dueAfterCall(unit.now)
    const { feesFrom } = frameOf(contract, shanghaiDateOf(unit.now))
    if (feesFrom !== undefined && due.kind !== 'deposit' && calledFor < feesFrom) {
      throw refuseFields('payment.invalid', [
        { path: 'dueOn', code: 'payment.within_grace', params: { feesFrom } },
      ])
    }
    const after = await storeDue(unit, due, { state, dueOn: calledFor })
    trail(deal, 'payment.call', due, after)
    return after
  })

export interface WaiveDueInput {
  dueId: string
  reason: string
}

/**
 * The receiver lets go of what is still open of an amount. Refuses with `payment_due.wrong_state`,
 * `payment.reason_required` or, while money is on its way, `payment.under_way`.
 */
export const waiveDue = (context: ServiceContext, { dueId, reason }: WaiveDueInput): Promise<DueRow> =>
  onDue(context, dueId, 'payment.waive', async (deal) => {
    const { unit, due, contract } = deal
    const state = dueMachine.transition(due.state, 'waive')
    if (reason.trim() === '') {
      throw refuseFields('payment.reason_required', [{ path: 'reason', code: 'field.required' }])
    }
    const running = and(eq(payments.dueId, dueId), inArray(payments.state, RUNNING_STATES))
    const [underWay] = await unit.tx.select({ id: payments.id }).from(payments).where(running).limit(1)
    if (underWay) throw refuse('conflict', 'payment.under_way')
    const outstandingFen = await outstandingOf(unit.tx, dueId)
    await post(context, unit, postWaiver(dueId, outstandingFen), { contractId: contract.id })
    const after = await storeDue(unit, due, { state, waivedReason: reason.trim() })
    trail(deal, 'payment.waive', due, { ...after, outstandingFen })
    return after
  })

/**
 * Settles an open amount out of what the buyer paid too much, as far as it goes. Refuses with
 * `payment_due.wrong_state` or `payment.no_credit`.
 */
export const offsetCredit = (context: ServiceContext, dueId: string): Promise<DueRow> =>
  onDue(context, dueId, 'payment.offset', async (deal) => {
    const { unit, due, contract } = deal
    const settled = dueMachine.transition(due.state, 'settle')
    const outstandingFen = await outstandingOf(unit.tx, dueId)
    const { overpaid } = await balancesOf(unit.tx, contract.id)
    const amountFen = Math.min(outstandingFen, -overpaid)
    if (amountFen <= 0) throw refuse('conflict', 'payment.no_credit')
    await post(context, unit, postOffset(dueId, amountFen), { contractId: contract.id })
    const after = amountFen === outstandingFen ? await storeDue(unit, due, { state: settled }) : due
    trail(deal, 'payment.offset', due, { state: after.state, amountFen })
    return after
  })

/** The last position of a contract's schedule. */
export const nextPosition = async ({ unit, contract }: Deal): Promise<number> => {
  const rows = await unit.tx
    .select({ position: paymentDues.position })
    .from(paymentDues)
    .where(eq(paymentDues.contractId, contract.id))
  return Math.max(-1, ...rows.map(({ position }) => position)) + 1
}
