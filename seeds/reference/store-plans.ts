import type { Database } from '@market/database'
import { planIndicators, plans } from '@market/database/schema'
import { PLANS, type PlanIndicatorRecord, type PlanRecord } from './index.ts'

const indicatorRow = (planKey: string, position: number, record: PlanIndicatorRecord) => ({
  ...record,
  planKey,
  position,
  feed: record.computation === null ? ('reported' as const) : ('computed' as const),
  path: { ...record.path },
})

const storePlan = (db: Database, { indicators, ...plan }: PlanRecord): Promise<void> =>
  db.transaction(async (tx) => {
    await tx.insert(plans).values(plan).onConflictDoUpdate({ target: plans.key, set: plan })
    for (const [position, record] of indicators.entries()) {
      const row = indicatorRow(plan.key, position + 1, record)
      await tx
        .insert(planIndicators)
        .values(row)
        .onConflictDoUpdate({ target: [planIndicators.planKey, planIndicators.key], set: row })
    }
  })

/** Writes the plans as their files have them, and again after a correction; sample plans only where wanted. */
export const storePlans = async (db: Database, { samples }: { samples: boolean }): Promise<PlanRecord[]> => {
  const chosen = PLANS.filter(({ sample }) => samples || !sample)
  for (const plan of chosen) await storePlan(db, plan)
  return chosen
}
