import { DEMO_2026_2030 } from './plans/demo-2026-2030.ts'
import { NANNING_13TH_FIVE_YEAR } from './plans/nanning-13th-five-year.ts'
import type { PlanRecord } from './plans/plan.ts'

export type { Computation, PlanIndicatorRecord, PlanRecord } from './plans/plan.ts'

/** Every plan of the market; the next plan, or another city's, is one more file. */
export const PLANS: readonly PlanRecord[] = [NANNING_13TH_FIVE_YEAR, DEMO_2026_2030]
