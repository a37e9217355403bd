import type { Database } from '@market/database'
import { planIndicators, plans } from '@market/database/schema'
import { refuse } from '@market/domain'
import { and, asc, desc, eq } from 'drizzle-orm'

export type PlanRecord = typeof plans.$inferSelect
export type PlanIndicatorRecord = typeof planIndicators.$inferSelect

/** Refuses with `plan.not_found`. */
export const findPlan = async (db: Database, key: string): Promise<PlanRecord> => {
  const [plan] = await db.select().from(plans).where(eq(plans.key, key))
  if (!plan) throw refuse('not-found', 'plan.not_found')
  return plan
}

/** What the plan wants of the turnover, in fen. */
export interface TurnoverAim {
  targetFen: number | null
  path: Readonly<Record<string, number>>
}

export const findTurnoverAim = async (db: Database, planKey: string): Promise<TurnoverAim> => {
  const [indicator] = await db
    .select()
    .from(planIndicators)
    .where(and(eq(planIndicators.planKey, planKey), eq(planIndicators.computation, 'turnover')))
    .orderBy(asc(planIndicators.position))
    .limit(1)
  const target = indicator?.targetValue ?? null
  return { targetFen: target === null ? null : Number(target), path: indicator?.path ?? {} }
}

/** The plan that covers a year (a real one before a sample), or else the newest. */
export const findPlanOfYear = async (db: Database, year: number): Promise<PlanRecord | null> => {
  const all = await db.select().from(plans).orderBy(asc(plans.sample), desc(plans.endYear))
  const covering = all.find(({ startYear, endYear }) => startYear <= year && year <= endYear)
  return covering ?? all.toSorted((left, right) => right.endYear - left.endYear)[0] ?? null
}
