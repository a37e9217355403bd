import { inUnitOfWork, refusingOn } from '@market/database'
import { indicatorValues, planIndicators } from '@market/database/schema'
import { type CalendarDate, refuse, refuseFields, shanghaiDateOf } from '@market/domain'
import { authorize } from '@market/domain/policy'
import { and, desc, eq } from 'drizzle-orm'
import { requireMember, type ServiceContext } from '../index.ts'

export type ReportedValueRecord = typeof indicatorValues.$inferSelect

export interface RecordIndicatorValueInput {
  planKey: string
  indicatorKey: string
  year: number
  /** Decimal text in the indicator's unit. */
  value: string
  source: string
  publishedOn: CalendarDate
  /** Needed where the year has a value already. */
  reason: string
}

const DECIMAL = /^-?\d{1,15}(\.\d{1,6})?$/

const requireWellStated = ({ value, publishedOn }: RecordIndicatorValueInput, today: CalendarDate): void => {
  const problems = [
    ...(DECIMAL.test(value) ? [] : [{ path: 'value', code: 'number.invalid' }]),
    ...(publishedOn <= today ? [] : [{ path: 'publishedOn', code: 'date.in_future' }]),
  ]
  if (problems.length > 0) throw refuseFields('indicator_value.invalid', problems)
}

/**
 * Enters a reported figure with its source and the day that was published; a figure that stands is corrected by the next
 * revision, with a reason, and stays readable. Refuses with `indicator.not_found`, `indicator.computed`,
 * `indicator_value.invalid`, `indicator_value.reason_required`, `indicator_value.unchanged` or
 * `indicator_value.changed_meanwhile`.
 */
export const recordIndicatorValue = async (
  context: ServiceContext,
  input: RecordIndicatorValueInput,
): Promise<ReportedValueRecord> => {
  const actor = requireMember(context)
  authorize(actor, 'plan.record_value')
  const { planKey, indicatorKey, year } = input
  const raced = () => refuse('conflict', 'indicator_value.changed_meanwhile')
  return refusingOn({ indicator_values_plan_key_indicator_key_year_revision_pk: raced }, () =>
    inUnitOfWork(context, async ({ tx, now, audit }) => {
      const [indicator] = await tx
        .select()
        .from(planIndicators)
        .where(and(eq(planIndicators.planKey, planKey), eq(planIndicators.key, indicatorKey)))
      if (!indicator) throw refuse('not-found', 'indicator.not_found')
      if (indicator.feed !== 'reported') throw refuse('conflict', 'indicator.computed')
      requireWellStated(input, shanghaiDateOf(now))
      const [before] = await tx
        .select()
        .from(indicatorValues)
        .where(
          and(
            eq(indicatorValues.planKey, planKey),
            eq(indicatorValues.indicatorKey, indicatorKey),
            eq(indicatorValues.year, year),
          ),
        )
        .orderBy(desc(indicatorValues.revision))
        .limit(1)
      if (before && input.reason === '') throw refuse('invalid', 'indicator_value.reason_required')
      if (before && before.value === input.value && before.source === input.source) {
        throw refuse('conflict', 'indicator_value.unchanged')
      }
      const revision = (before?.revision ?? 0) + 1
      const [after] = await tx
        .insert(indicatorValues)
        .values({ ...input, revision, enteredAt: now, enteredBy: actor.userId })
        .returning()
      if (!after) throw raced()
      const subjectId = `${planKey}/${indicatorKey}/${year}`
      audit({
        action: 'plan.record_value',
        subjectType: 'indicator_value',
        subjectId,
        before: before ?? null,
        after,
      })
      return after
    }),
  )
}
