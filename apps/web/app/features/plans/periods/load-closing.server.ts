import { PublishedPeriodList, type PublishedPeriodSummary, Turnover } from '@market/contracts/indicators'
import { shanghaiDateOf } from '@market/domain'
import { TURNOVER_DEFINITION, TURNOVER_VIEWS } from '@market/domain/indicators'
import type { ApiClient } from '../../../lib/api/client.server.ts'
import type { Locale } from '../../../lib/i18n/locale.ts'
import { closablePeriods, spanOf } from './closable-periods.ts'

/** What would be frozen, one line per view. */
export interface ClosingSummary {
  period: string
  from: string
  to: string
  definition: string
  lines: { view: string; name: string; total: Turnover['total'] }[]
}

export interface Closing {
  published: PublishedPeriodSummary[]
  closable: string[]
  /** Null until a period is chosen that can be closed. */
  summary: ClosingSummary | null
  /** The chosen period, where it is closed already. */
  closed: string | null
}

/** The closed periods, those that can be closed, and the figures of the chosen one as they stand. */
export async function loadClosing(api: ApiClient, chosen: string | null, locale: Locale): Promise<Closing> {
  const [{ items: published }, now] = await Promise.all([
    api.get('/api/turnover/periods', PublishedPeriodList),
    api.get('/api/turnover', Turnover),
  ])
  const today = shanghaiDateOf(new Date(now.asKnownAt))
  const closable = closablePeriods(
    today,
    published.map(({ period }) => period),
  )
  const period = closable.find((candidate) => candidate === chosen)
  const summary = period ? await summarize(api, period, locale) : null
  const closed = published.find((candidate) => candidate.period === chosen)?.period ?? null
  return { published, closable, summary, closed }
}

async function summarize(api: ApiClient, period: string, locale: Locale): Promise<ClosingSummary> {
  const span = spanOf(period)
  const language = locale === 'en' ? 'en' : 'zh'
  const lines = await Promise.all(
    TURNOVER_VIEWS.map(async (view) => {
      const { total } = await api.get('/api/turnover', Turnover, { ...span, view: view.code })
      return { view: view.code, name: view[language], total }
    }),
  )
  return { period, ...span, definition: TURNOVER_DEFINITION[language], lines }
}
