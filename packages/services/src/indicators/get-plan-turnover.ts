import { shanghaiDateOf, yearOf } from '@market/domain'
import { codesOf, PLAN_INDUSTRIES, TECHNICAL_FIELDS } from '@market/domain/codes'
import { type TurnoverSum, ZERO_TURNOVER } from '@market/domain/indicators'
import { authorize } from '@market/domain/policy'
import { CONTRACT_TYPES } from '@market/domain/regimes'
import type { ServiceContext } from '../index.ts'
import { contractsQueryOf } from './contracts-query.ts'
import { findPlan, findTurnoverAim, type PlanRecord } from './plan-records.ts'
import { sumBy, sumByYear, type TurnoverBreakdownKey } from './turnover-sums.ts'

export interface TurnoverFigure extends TurnoverSum {
  contractsQuery: string
}
export interface TurnoverYear extends TurnoverFigure {
  year: number
  begun: boolean
  pathFen: number | null
}
export interface TurnoverBucket extends TurnoverFigure {
  code: string
  /** Of the year's contract amount, 0 to 1. */
  share: number
}
export interface PlanTurnoverRecord {
  plan: PlanRecord
  asKnownAt: Date
  targetFen: number | null
  years: TurnoverYear[]
  year: number
  total: TurnoverFigure
  breakdowns: { by: TurnoverBreakdownKey; items: TurnoverBucket[] }[]
}

export interface PlanTurnoverInput {
  key: string
  year?: number | undefined
  by?: TurnoverBreakdownKey | undefined
  asKnownAt?: Date | undefined
}

const CODES: Readonly<Record<TurnoverBreakdownKey, readonly string[]>> = {
  type: codesOf(CONTRACT_TYPES),
  field: codesOf(TECHNICAL_FIELDS),
  planIndustry: codesOf(PLAN_INDUSTRIES),
}
const BREAKDOWNS = Object.keys(CODES) as TurnoverBreakdownKey[]

const shareOf = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)

const breakDown = async (
  { db }: ServiceContext,
  by: TurnoverBreakdownKey,
  year: number,
  total: TurnoverSum,
  asKnownAt: Date | undefined,
) => {
  const sums = await sumBy(db, by, { years: [year, year], asKnownAt })
  const items = CODES[by].map((code): TurnoverBucket => {
    const sum = sums.get(code) ?? ZERO_TURNOVER
    const contractsQuery = contractsQueryOf({ year, [by]: code, asKnownAt })
    return { ...sum, code, share: shareOf(sum.contractAmountFen, total.contractAmountFen), contractsQuery }
  })
  return { by, items }
}

/** This year while the plan covers it, else the last year it does. */
const defaultYear = ({ startYear, endYear }: PlanRecord, thisYear: number): number =>
  startYear <= thisYear && thisYear <= endYear ? thisYear : endYear

/**
 * Turnover of every year of a plan against its path, and one year by contract type, technical field and plan industry:
 * now, or as the register knew it at an instant. Refuses with `plan.not_found`.
 */
export const getPlanTurnover = async (
  context: ServiceContext,
  { key, year: wanted, by, asKnownAt }: PlanTurnoverInput,
): Promise<PlanTurnoverRecord> => {
  const { db, actor, clock } = context
  authorize(actor, 'turnover.read')
  const plan = await findPlan(db, key)
  const now = clock.now()
  const thisYear = yearOf(shanghaiDateOf(now))
  const year = wanted ?? defaultYear(plan, thisYear)
  const aim = await findTurnoverAim(db, key)
  const span = [Math.min(plan.startYear, year), Math.max(plan.endYear, year)] as const
  const sums = await sumByYear(db, { years: span, asKnownAt })
  const figureOf = (of: number): TurnoverFigure => ({
    ...(sums.get(of) ?? ZERO_TURNOVER),
    contractsQuery: contractsQueryOf({ year: of, asKnownAt }),
  })
  const years = Array.from({ length: plan.endYear - plan.startYear + 1 }, (_, index): TurnoverYear => {
    const of = plan.startYear + index
    return { ...figureOf(of), year: of, begun: of <= thisYear, pathFen: aim.path[of] ?? null }
  })
  const total = figureOf(year)
  const breakdowns = await Promise.all(
    (by ? [by] : BREAKDOWNS).map((breakdown) => breakDown(context, breakdown, year, total, asKnownAt)),
  )
  return { plan, asKnownAt: asKnownAt ?? now, targetFen: aim.targetFen, years, year, total, breakdowns }
}
