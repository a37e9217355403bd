import { refuse, shanghaiDateOf, yearOf } from '@market/domain'
import { type IndicatorState, indicatorState } from '@market/domain/indicators'
import type { ServiceContext } from '../index.ts'
import { getPlan, type IndicatorValueRecord, type PlanDetails } from './get-plan.ts'
import { getPlanTurnover, type PlanTurnoverRecord } from './get-plan-turnover.ts'
import type { PlanIndicatorRecord, PlanRecord } from './plan-records.ts'

/** A plan is assessed every year, in the middle and at its end. */
export const ASSESSMENT_KINDS = ['yearly', 'midterm', 'final'] as const
export type AssessmentKind = (typeof ASSESSMENT_KINDS)[number]

export interface AssessedIndicator {
  indicator: PlanIndicatorRecord
  /** The newest figure up to the year assessed; null when none is known of so early. */
  value: IndicatorValueRecord | null
  /** What the plan wanted of the year assessed; at its end, the target. */
  aim: string | null
  state: IndicatorState
}

export interface AssessmentRecord {
  plan: PlanRecord
  kind: AssessmentKind
  /** The last year assessed. */
  year: number
  computedAt: Date
  indicators: AssessedIndicator[]
  counts: Record<IndicatorState, number>
  turnover: PlanTurnoverRecord
}

export interface GetAssessmentInput {
  key: string
  kind: AssessmentKind
  /** For a yearly assessment; left out: the last year that is over. */
  year?: number | undefined
}

const yearAssessed = (
  { startYear, endYear }: PlanRecord,
  { kind, year }: GetAssessmentInput,
  thisYear: number,
) => {
  if (kind === 'final') return endYear
  if (kind === 'midterm') return Math.floor((startYear + endYear) / 2)
  return year ?? Math.max(startYear, Math.min(endYear, thisYear - 1))
}

const assess = (
  { indicator, values }: PlanDetails['indicators'][number],
  year: number,
  isLast: boolean,
): AssessedIndicator => {
  const value = values.findLast((one) => one.year <= year) ?? null
  const path = indicator.path[year]
  const aim = path === undefined ? (isLast ? indicator.targetValue : null) : String(path)
  const target = indicator.targetValue === null ? null : Number(indicator.targetValue)
  const state = indicatorState(value && Number(value.value), aim === null ? null : Number(aim), target)
  return { indicator, value, aim, state }
}

/** How a plan stands at the end of a year, half way or at its end. Refuses with `plan.not_found` or `assessment.year_outside`. */
export const getAssessment = async (
  context: ServiceContext,
  input: GetAssessmentInput,
): Promise<AssessmentRecord> => {
  const { plan, indicators, computedAt } = await getPlan(context, input.key)
  const year = yearAssessed(plan, input, yearOf(shanghaiDateOf(computedAt)))
  if (year < plan.startYear || year > plan.endYear)
    throw refuse('invalid', 'assessment.year_outside', { year })
  const turnover = await getPlanTurnover(context, { key: input.key, year })
  const assessed = indicators.map((one) => assess(one, year, year === plan.endYear))
  const counts: Record<IndicatorState, number> = { met: 0, on_path: 0, behind: 0, no_data: 0 }
  for (const { state } of assessed) counts[state] += 1
  return { plan, kind: input.kind, year, computedAt, indicators: assessed, counts, turnover }
}
