import { shanghaiDateOf, yearOf } from '@market/domain'
import { authorize, may } from '@market/domain/policy'
import type { ServiceContext } from '../index.ts'
import { computeTurnover, type TurnoverFigure } from './compute-turnover.ts'
import { findPlanOfYear, findTurnoverAim, type PlanRecord } from './plan-records.ts'
import { publicInstant, yearPeriod } from './turnover-period.ts'

export type TurnoverSummaryRecord = Omit<TurnoverFigure, 'share'> & {
  year: number
  asKnownAt: Date
  plan: PlanRecord | null
  pathFen: number | null
  targetFen: number | null
  /** Contract amount over the plan's target; null without a target. */
  share: number | null
}

export interface TurnoverSummaryInput {
  /** Left out: this year in Asia/Shanghai. */
  year?: number | undefined
  asKnownAt?: Date | undefined
}

/** One year's turnover against the plan that covers it. */
export const getTurnoverSummary = async (
  { db, actor, clock }: ServiceContext,
  { year: wanted, asKnownAt: instant }: TurnoverSummaryInput,
): Promise<TurnoverSummaryRecord> => {
  authorize(actor, 'turnover.read')
  const now = clock.now()
  const today = shanghaiDateOf(now)
  const year = wanted ?? yearOf(today)
  const open = may(actor, 'turnover.read_ledger')
  const asKnownAt = open ? instant : publicInstant(instant, now)
  const asked = { view: 'registered', by: 'total', asKnownAt, open, today } as const
  const [{ total }, plan] = await Promise.all([
    computeTurnover(db, { ...asked, ...yearPeriod(year) }),
    findPlanOfYear(db, year),
  ])
  const aim = plan ? await findTurnoverAim(db, plan.key) : { targetFen: null, path: {} }
  const { targetFen, path } = aim
  return {
    ...total,
    year,
    asKnownAt: asKnownAt ?? now,
    plan,
    pathFen: path[year] ?? null,
    targetFen,
    share: targetFen && total.contractAmountFen !== null ? total.contractAmountFen / targetFen : null,
  }
}
