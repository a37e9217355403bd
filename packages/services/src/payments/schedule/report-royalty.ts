import { refusingOn } from '@market/database'
import { paymentDues } from '@market/database/schema'
import { refuse, refuseFields, shanghaiDateOf } from '@market/domain'
import { REGISTRABLE_CONTRACT_STATES } from '@market/domain/contracts'
import { feesFrom } from '@market/domain/licensing'
import { postDue, type RoyaltyReport, royaltyOf, royaltyProblems } from '@market/domain/payments'
import type { ServiceContext } from '../../index.ts'
import { post } from '../ledger.ts'
import { type DueRow, onContract } from '../records.ts'
import { nextPosition } from './move-due.ts'
import { dueAfterCall, makeReference } from './open-schedule.ts'

export interface ReportRoyaltyInput extends RoyaltyReport {
  contractId: string
}

/**
 * The buyer reports the net sales of a period; what the agreed rate makes of them falls due. Refuses with
 * `payment.no_royalty`, `payment.contract_not_signed`, `payment.invalid` or `payment.period_reported`.
 */
export const reportRoyalty = (
  context: ServiceContext,
  { contractId, ...report }: ReportRoyaltyInput,
): Promise<DueRow> =>
  refusingOn(
    { payment_dues_one_royalty_per_period: () => refuse('conflict', 'payment.period_reported') },
    () =>
      onContract(context, contractId, 'payment.report_royalty', async (deal) => {
        const { unit, contract, actor } = deal
        const rate = contract.terms.royaltyRatePercent
        const { effectiveOn, state } = contract
        if (rate === null) throw refuse('conflict', 'payment.no_royalty')
        if (effectiveOn === null || !REGISTRABLE_CONTRACT_STATES.some((signed) => signed === state)) {
          throw refuse('conflict', 'payment.contract_not_signed', { state })
        }
        const frame = { effectiveOn, feesFrom: feesFrom(contract.terms, effectiveOn) }
        const problems = royaltyProblems(report, { ...frame, today: shanghaiDateOf(unit.now) })
        if (problems.length > 0) throw refuseFields('payment.invalid', problems)
        const amountFen = royaltyOf(report.salesFen, rate)
        if (amountFen === 0) {
          throw refuseFields('payment.invalid', [{ path: 'salesFen', code: 'payment.royalty_zero' }])
        }
        const id = context.ids.next()
        const [due] = await unit.tx
          .insert(paymentDues)
          .values({
            id,
            contractId,
            position: await nextPosition(deal),
            kind: 'royalty',
            state: 'open',
            title: `${report.periodFrom} – ${report.periodTo}`,
            amountFen,
            dueOn: dueAfterCall(unit.now),
            reference: makeReference(id),
            ...report,
            createdAt: unit.now,
            updatedAt: unit.now,
          })
          .returning()
        if (!due) throw new Error('The royalty was not stored.')
        await post(context, unit, postDue(id, amountFen), { contractId })
        const { organizationId } = actor
        const trail = { subjectType: 'payment_due', subjectId: id, organizationId }
        unit.audit({ ...trail, action: 'payment.report_royalty', after: due })
        unit.emit({ type: 'payment.royalty_reported', subjectId: id, payload: { contractId } })
        return due
      }),
  )
