import { Plan, PlanTurnover, TurnoverForecast } from '@market/contracts/indicators'
import { labelOf } from '@market/domain/codes'
import type { ApiClient } from '../../lib/api/client.server.ts'
import type { Locale } from '../../lib/i18n/locale.ts'
import { serverI18n } from '../../lib/i18n/server-i18n.server.ts'
import type { Drawing } from '../../lib/render-chart.server.ts'
import { drawBreakdown } from './breakdown-chart.server.ts'
import { type By, CODES_BY } from './code-names.ts'
import { drawTurnover } from './turnover-chart.server.ts'

export interface PlanView {
  plan: Plan
  turnover: PlanTurnover
  chart: Drawing
  /** Null where the plan does not cover the current year. */
  forecast: TurnoverForecast | null
  breakdownCharts: Partial<Record<By, Drawing>>
}

/** A plan with its turnover, the charts drawn here: the browser gets SVG and no chart library. */
export async function loadPlan(
  api: ApiClient,
  key: string,
  params: URLSearchParams,
  locale: Locale,
): Promise<PlanView> {
  const path = `/api/plans/${encodeURIComponent(key)}`
  const [plan, turnover, forecast] = await Promise.all([
    api.get(path, Plan),
    api.get(`${path}/turnover`, PlanTurnover, {
      year: params.get('year'),
      asKnownAt: params.get('asKnownAt'),
    }),
    api.get('/api/turnover/forecast', TurnoverForecast),
  ])
  const covered = plan.startYear <= forecast.year && forecast.year <= plan.endYear
  const t = serverI18n(locale).getFixedT(locale, 'plans')
  const breakdownCharts = Object.fromEntries(
    turnover.breakdowns.map(({ by, items }) => [
      by,
      drawBreakdown(
        items.map(({ code, contractAmountFen }) => ({
          name: labelOf(CODES_BY[by], code, locale),
          fen: contractAmountFen ?? 0,
        })),
        locale,
      ),
    ]),
  )
  return {
    plan,
    turnover,
    chart: drawTurnover(turnover, t, locale),
    forecast: covered ? forecast : null,
    breakdownCharts,
  }
}
