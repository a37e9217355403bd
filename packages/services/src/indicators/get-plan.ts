import type { Database } from '@market/database'
import { indicatorValues, organizations, planIndicators } from '@market/database/schema'
import { shanghaiDateOf, yearOf } from '@market/domain'
import { authorize } from '@market/domain/policy'
import { and, asc, count, eq } from 'drizzle-orm'
import type { ServiceContext } from '../index.ts'
import { findPlan, type PlanIndicatorRecord, type PlanRecord } from './plan-records.ts'
import { sumByYear } from './turnover-sums.ts'

export interface IndicatorValueRecord {
  year: number
  /** Decimal text in the indicator's unit; turnover in fen. */
  value: string
  source: string | null
}

export interface PlanDetails {
  plan: PlanRecord
  indicators: { indicator: PlanIndicatorRecord; values: IndicatorValueRecord[] }[]
  computedAt: Date
}

const countVerified = async (db: Database, kind: 'agency' | 'provider'): Promise<number> => {
  const [row] = await db
    .select({ verified: count() })
    .from(organizations)
    .where(and(eq(organizations.kind, kind), eq(organizations.state, 'verified')))
  return row?.verified ?? 0
}

/** Years of the plan that have begun, up to this one. */
const begunYears = ({ startYear, endYear }: PlanRecord, thisYear: number): number[] =>
  Array.from({ length: endYear - startYear + 1 }, (_, index) => startYear + index).filter(
    (year) => year <= thisYear,
  )

/** Turnover has a figure for every year; how many are verified is only known of today. */
const computeValues = async (
  db: Database,
  plan: PlanRecord,
  { computation }: PlanIndicatorRecord,
  thisYear: number,
): Promise<IndicatorValueRecord[]> => {
  if (computation === 'turnover') {
    const byYear = await sumByYear(db, { years: [plan.startYear, plan.endYear] })
    return begunYears(plan, thisYear).map((year) => ({
      year,
      value: String(byYear.get(year)?.contractAmountFen ?? 0),
      source: null,
    }))
  }
  const kind = computation === 'verified_agencies' ? 'agency' : 'provider'
  return [{ year: thisYear, value: String(await countVerified(db, kind)), source: null }]
}

/** The plan with every indicator and its figures: computed from the market's records, or reported with a source. */
export const getPlan = async ({ db, actor, clock }: ServiceContext, key: string): Promise<PlanDetails> => {
  authorize(actor, 'plan.read')
  const plan = await findPlan(db, key)
  const computedAt = clock.now()
  const thisYear = yearOf(shanghaiDateOf(computedAt))
  const indicators = await db
    .select()
    .from(planIndicators)
    .where(eq(planIndicators.planKey, key))
    .orderBy(asc(planIndicators.position))
  const reported = await db
    .select()
    .from(indicatorValues)
    .where(eq(indicatorValues.planKey, key))
    .orderBy(asc(indicatorValues.year))
  const valuesOf = async (indicator: PlanIndicatorRecord): Promise<IndicatorValueRecord[]> => {
    if (indicator.feed === 'computed') return computeValues(db, plan, indicator, thisYear)
    return reported.filter(({ indicatorKey }) => indicatorKey === indicator.key)
  }
  const figures = await Promise.all(
    indicators.map(async (indicator) => ({ indicator, values: await valuesOf(indicator) })),
  )
  return { plan, indicators: figures, computedAt }
}
