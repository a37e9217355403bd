import type { DemoDeal } from './deal.ts'
import { LAST_YEAR_DEALS } from './last-year.ts'
import { PLAN_YEAR_DEALS } from './plan-years.ts'
import { THIS_YEAR_DEALS } from './this-year.ts'

export type { DealStage, DemoDeal } from './deal.ts'

export const DEMO_DEALS: readonly DemoDeal[] = [...PLAN_YEAR_DEALS, ...LAST_YEAR_DEALS, ...THIS_YEAR_DEALS]
