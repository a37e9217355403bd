import type { PlanTurnover } from '@market/contracts/indicators'
import { type CodeList, PLAN_INDUSTRIES, TECHNICAL_FIELDS } from '@market/domain/codes'
import { CONTRACT_TYPES } from '@market/domain/regimes'

export type By = PlanTurnover['breakdowns'][number]['by']

/** The code list behind each way of breaking turnover down. */
export const CODES_BY: Record<By, CodeList> = {
  type: CONTRACT_TYPES,
  field: TECHNICAL_FIELDS,
  planIndustry: PLAN_INDUSTRIES,
}
