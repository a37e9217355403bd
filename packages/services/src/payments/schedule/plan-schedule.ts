import { paymentDues } from '@market/database/schema'
import { refuse, refuseFields, shanghaiDateOf } from '@market/domain'
import { MAX_LINES, type ScheduleLine, scheduleProblems } from '@market/domain/payments'
import { and, eq } from 'drizzle-orm'
import type { ServiceContext } from '../../index.ts'
import { onContract } from '../records.ts'
import { frameOf } from './schedule-frame.ts'

export interface PlanScheduleInput {
  contractId: string
  lines: ScheduleLine[]
}

/**
 * Either party writes the whole payment schedule while the contract is a draft. Refuses with
 * `payment.contract_not_draft` or `payment.schedule_invalid`, line by line.
 */
export const planSchedule = (
  context: ServiceContext,
  { contractId, lines }: PlanScheduleInput,
): Promise<void> =>
  onContract(context, contractId, 'payment.plan', async ({ unit, actor, contract }) => {
    const { state } = contract
    if (state !== 'draft') throw refuse('conflict', 'payment.contract_not_draft', { state })
    const problems = scheduleProblems(lines, frameOf(contract, shanghaiDateOf(unit.now)))
    if (lines.length > MAX_LINES) {
      problems.push({ path: 'lines', code: 'payment.too_many_lines', params: { maximum: MAX_LINES } })
    }
    if (problems.length > 0) throw refuseFields('payment.schedule_invalid', problems)
    const { tx, now, audit, emit } = unit
    const planned = and(eq(paymentDues.contractId, contractId), eq(paymentDues.state, 'planned'))
    const before = await tx.delete(paymentDues).where(planned).returning()
    const times = { createdAt: now, updatedAt: now }
    const rows = lines.map((line, position) => ({
      ...{ id: context.ids.next(), contractId, position, state: 'planned' as const },
      ...line,
      ...times,
    }))
    if (rows.length > 0) await tx.insert(paymentDues).values(rows)
    const { organizationId } = actor
    const trail = { subjectType: 'contract', subjectId: contractId, organizationId }
    audit({ ...trail, action: 'payment.plan', before: { lines: before.map(lineOf) }, after: { lines } })
    emit({
      type: 'payment.schedule_planned',
      subjectId: contractId,
      payload: { byOrganizationId: organizationId },
    })
  })

const lineOf = ({ kind, title, amountFen, dueOn }: typeof paymentDues.$inferSelect) => ({
  kind,
  title,
  amountFen,
  dueOn,
})
