import { yearOf } from '@market/domain'
import { authorize } from '@market/domain/policy'
import type { ServiceContext } from '../index.ts'
import { computeTurnover, type TurnoverFigure } from './compute-turnover.ts'
import { findPlanOfYear, findTurnoverAim, type PlanRecord } from './plan-records.ts'
import type { ReleasedState } from './releases/find-release.ts'
import { yearPeriod } from './turnover-period.ts'
import { turnoverReader } from './turnover-reader.ts'

export type TurnoverSummaryRecord = Omit<TurnoverFigure, 'share'> & {
  year: number
  asKnownAt: Date
  released: ReleasedState | null
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
  context: ServiceContext,
  { year: wanted, asKnownAt: instant }: TurnoverSummaryInput,
): Promise<TurnoverSummaryRecord> => {
  const { db, actor, clock } = context
  authorize(actor, 'turnover.read')
  const now = clock.now()
  const reader = await turnoverReader(context, instant)
  const { today, asKnownAt = now, released } = reader
  const year = wanted ?? yearOf(today)
  const asked = { view: 'registered', by: 'total', reader } as const
  const [{ total }, plan] = await Promise.all([
    computeTurnover(db, { ...asked, ...yearPeriod(year) }),
    findPlanOfYear(db, year),
  ])
  const aim = plan ? await findTurnoverAim(db, plan.key) : { targetFen: null, path: {} }
  const { targetFen, path } = aim
  return {
    ...total,
    year,
    asKnownAt,
    released,
    plan,
    pathFen: path[year] ?? null,
    targetFen,
    share: targetFen && total.contractAmountFen !== null ? total.contractAmountFen / targetFen : null,
  }
}
