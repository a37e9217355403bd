import type { Database } from '@market/database'
import { indicatorValues, planIndicators } from '@market/database/schema'
import { type CalendarDate, yearOf } from '@market/domain'
import { type IndicatorState, indicatorState } from '@market/domain/indicators'
import { authorize } from '@market/domain/policy'
import { asc, eq } from 'drizzle-orm'
import type { ServiceContext } from '../index.ts'
import { computeTurnover } from './compute-turnover.ts'
import { countVerifiedByYear } from './count-verified.ts'
import { findPlan, type PlanIndicatorRecord, type PlanRecord } from './plan-records.ts'
import { yearPeriod } from './turnover-period.ts'
import { type TurnoverReader, turnoverReader } from './turnover-reader.ts'

export interface IndicatorValueRecord {
  year: number
  /** Decimal text in the indicator's unit; turnover in fen. */
  value: string
  source: string | null
  /** When the source of a reported figure was published. */
  publishedOn: CalendarDate | null
  /** Counts the corrections of a reported figure. */
  revision: number
}

export interface PlanDetails {
  plan: PlanRecord
  indicators: {
    indicator: PlanIndicatorRecord
    values: IndicatorValueRecord[]
    state: IndicatorState
    /** What the plan wanted of the year of the newest figure. */
    aim: number | null
  }[]
  computedAt: Date
}

/** Turnover has a figure for every year that has begun, save where it stands on too few contracts for the public. */
const computeYears = async (
  db: Database,
  plan: PlanRecord,
  reader: TurnoverReader,
): Promise<IndicatorValueRecord[]> => {
  const period = yearPeriod(plan.startYear, plan.endYear)
  const { items } = await computeTurnover(db, { view: 'registered', by: 'year', ...period, reader })
  return items.flatMap(({ code, contractAmountFen }) =>
    contractAmountFen === null || Number(code) > yearOf(reader.today)
      ? []
      : [{ year: Number(code), value: String(contractAmountFen), ...COMPUTED }],
  )
}

const COMPUTED = { source: null, publishedOn: null, revision: 1 } as const

const computeValues = async (
  db: Database,
  plan: PlanRecord,
  { computation }: PlanIndicatorRecord,
  reader: TurnoverReader,
): Promise<IndicatorValueRecord[]> => {
  if (computation === 'turnover') return computeYears(db, plan, reader)
  const kind = computation === 'verified_agencies' ? 'agency' : 'provider'
  const years = await countVerifiedByYear(db, kind, plan, reader.today)
  return years.map(({ year, verified }) => ({ year, value: String(verified), ...COMPUTED }))
}

const standingOf = (
  { path, targetValue }: PlanIndicatorRecord,
  values: readonly IndicatorValueRecord[],
): { state: IndicatorState; aim: number | null } => {
  const latest = values.at(-1)
  const aim = latest === undefined ? null : (path[latest.year] ?? null)
  const target = targetValue === null ? null : Number(targetValue)
  return { state: indicatorState(latest === undefined ? null : Number(latest.value), aim, target), aim }
}

/** The plan with every indicator and its figures: computed from the market's records, or reported with a source. */
export const getPlan = async (context: ServiceContext, key: string): Promise<PlanDetails> => {
  const { db, actor, clock } = context
  authorize(actor, 'plan.read')
  const plan = await findPlan(db, key)
  const computedAt = clock.now()
  const reader = await turnoverReader(context)
  const indicators = await db
    .select()
    .from(planIndicators)
    .where(eq(planIndicators.planKey, key))
    .orderBy(asc(planIndicators.position))
  const reported = await db
    .select()
    .from(indicatorValues)
    .where(eq(indicatorValues.planKey, key))
    .orderBy(asc(indicatorValues.year), asc(indicatorValues.revision))
  const valuesOf = async (indicator: PlanIndicatorRecord): Promise<IndicatorValueRecord[]> => {
    if (indicator.feed === 'computed') return computeValues(db, plan, indicator, reader)
    const own = reported.filter(({ indicatorKey }) => indicatorKey === indicator.key)
    // The last revision of each year stands.
    return [...new Map(own.map((value) => [value.year, value])).values()]
  }
  const figures = await Promise.all(
    indicators.map(async (indicator) => {
      const values = await valuesOf(indicator)
      return { indicator, values, ...standingOf(indicator, values) }
    }),
  )
  return { plan, indicators: figures, computedAt }
}
