import { yearOf } from '@market/domain'
import { authorize } from '@market/domain/policy'
import type { ServiceContext } from '../index.ts'
import { computeTurnover, type TurnoverFigure, type TurnoverItem } from './compute-turnover.ts'
import { findPlan, findTurnoverAim, type PlanRecord } from './plan-records.ts'
import type { ReleasedState } from './releases/find-release.ts'
import { yearPeriod } from './turnover-period.ts'
import { turnoverReader } from './turnover-reader.ts'

export type TurnoverYear = TurnoverFigure & { year: number; begun: boolean; pathFen: number | null }

const BREAKDOWNS = ['type', 'field', 'planIndustry'] as const
export type PlanBreakdown = (typeof BREAKDOWNS)[number]

export interface PlanTurnoverRecord {
  plan: PlanRecord
  asKnownAt: Date
  released: ReleasedState | null
  targetFen: number | null
  years: TurnoverYear[]
  year: number
  total: TurnoverFigure
  breakdowns: { by: PlanBreakdown; items: TurnoverItem[] }[]
}

export interface PlanTurnoverInput {
  key: string
  year?: number | undefined
  by?: PlanBreakdown | undefined
  asKnownAt?: Date | undefined
}

/** This year while the plan covers it, else the last year it does. */
const defaultYear = ({ startYear, endYear }: PlanRecord, thisYear: number): number =>
  startYear <= thisYear && thisYear <= endYear ? thisYear : endYear

/**
 * Turnover of every year of a plan against its path, and one year by contract type, technical field and plan industry:
 * now or as the register knew it at an instant; for the public as released. Refuses with
 * `plan.not_found`.
 */
export const getPlanTurnover = async (
  context: ServiceContext,
  { key, year: wanted, by, asKnownAt: instant }: PlanTurnoverInput,
): Promise<PlanTurnoverRecord> => {
  const { db, actor, clock } = context
  authorize(actor, 'turnover.read')
  const now = clock.now()
  const reader = await turnoverReader(context, instant)
  const { today, asKnownAt = now, released } = reader
  const [plan, aim] = await Promise.all([findPlan(db, key), findTurnoverAim(db, key)])
  const year = wanted ?? defaultYear(plan, yearOf(today))
  const asked = { view: 'registered', reader } as const
  const [overall, ...broken] = await Promise.all([
    computeTurnover(db, { ...asked, by: 'year', ...yearPeriod(plan.startYear, plan.endYear) }),
    ...(by ? [by] : BREAKDOWNS).map(async (breakdown) => ({
      by: breakdown,
      answer: await computeTurnover(db, { ...asked, by: breakdown, ...yearPeriod(year) }),
    })),
  ])
  const years = overall.items.map(({ code, nameZh, nameEn, ...figure }): TurnoverYear => {
    const of = Number(code)
    return { ...figure, year: of, begun: of <= yearOf(today), pathFen: aim.path[of] ?? null }
  })
  const [first] = broken
  if (!first) throw new Error('A plan is broken down at least one way.')
  return {
    plan,
    asKnownAt,
    released,
    targetFen: aim.targetFen,
    years,
    year,
    total: first.answer.total,
    breakdowns: broken.map(({ by: breakdown, answer }) => ({ by: breakdown, items: answer.items })),
  }
}
