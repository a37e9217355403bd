import { type Indicator, Plan, type ReportedValue, ReportedValueList } from '@market/contracts/indicators'
import type { ApiClient } from '../../../lib/api/client.server.ts'
import { problemResponse } from '../../../lib/api/problem.ts'

export interface IndicatorView {
  plan: Plan
  indicator: Indicator
  /** Every figure ever entered, corrections after what they corrected; none for a computed indicator. */
  history: ReportedValue[]
}

export async function loadIndicator(api: ApiClient, planKey: string, key: string): Promise<IndicatorView> {
  const path = `/api/plans/${encodeURIComponent(planKey)}`
  const plan = await api.get(path, Plan)
  const indicator = plan.indicators.find((candidate) => candidate.key === key)
  if (indicator === undefined)
    throw problemResponse({ status: 404, code: 'indicator.not_found', details: {} })
  if (indicator.feed === 'computed') return { plan, indicator, history: [] }
  const values = `${path}/indicators/${encodeURIComponent(key)}/values`
  const { items } = await api.get(values, ReportedValueList)
  return { plan, indicator, history: items }
}
