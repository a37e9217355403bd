import { plans } from '@market/database/schema'
import { authorize } from '@market/domain/policy'
import { desc } from 'drizzle-orm'
import type { ServiceContext } from '../index.ts'
import type { PlanRecord } from './plan-records.ts'

/** Every plan, newest first. */
export const listPlans = async ({ db, actor }: ServiceContext): Promise<PlanRecord[]> => {
  authorize(actor, 'plan.read')
  return db.select().from(plans).orderBy(desc(plans.startYear), plans.key)
}
