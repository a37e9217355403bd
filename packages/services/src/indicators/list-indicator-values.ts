import { indicatorValues } from '@market/database/schema'
import { authorize } from '@market/domain/policy'
import { and, asc, eq } from 'drizzle-orm'
import type { ServiceContext } from '../index.ts'
import { findPlan } from './plan-records.ts'
import type { ReportedValueRecord } from './record-indicator-value.ts'

/** Every figure ever reported for an indicator, corrections after what they corrected. Refuses with `plan.not_found`. */
export const listIndicatorValues = async (
  { db, actor }: ServiceContext,
  planKey: string,
  indicatorKey: string,
): Promise<ReportedValueRecord[]> => {
  authorize(actor, 'plan.read')
  await findPlan(db, planKey)
  return db
    .select()
    .from(indicatorValues)
    .where(and(eq(indicatorValues.planKey, planKey), eq(indicatorValues.indicatorKey, indicatorKey)))
    .orderBy(asc(indicatorValues.year), asc(indicatorValues.revision))
}
