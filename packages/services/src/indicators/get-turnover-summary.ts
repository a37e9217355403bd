import { shanghaiDateOf, yearOf } from '@market/domain'
import { authorize } from '@market/domain/policy'
import type { ServiceContext } from '../index.ts'
import { contractsQueryOf } from './contracts-query.ts'
import type { TurnoverFigure } from './get-plan-turnover.ts'
import { findPlanOfYear, findTurnoverAim, type PlanRecord } from './plan-records.ts'
import { sumOfYear } from './turnover-sums.ts'

export interface TurnoverSummaryRecord extends TurnoverFigure {
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
  { year: wanted, asKnownAt }: TurnoverSummaryInput,
): Promise<TurnoverSummaryRecord> => {
  authorize(actor, 'turnover.read')
  const now = clock.now()
  const year = wanted ?? yearOf(shanghaiDateOf(now))
  const [sum, plan] = await Promise.all([sumOfYear(db, year, asKnownAt), findPlanOfYear(db, year)])
  const aim = plan ? await findTurnoverAim(db, plan.key) : { targetFen: null, path: {} }
  const { targetFen, path } = aim
  return {
    ...sum,
    contractsQuery: contractsQueryOf({ year, asKnownAt }),
    year,
    asKnownAt: asKnownAt ?? now,
    plan,
    pathFen: path[year] ?? null,
    targetFen,
    share: targetFen === null || targetFen === 0 ? null : sum.contractAmountFen / targetFen,
  }
}
