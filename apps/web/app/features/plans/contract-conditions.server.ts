import { findRegion, labelOf } from '@market/domain/codes'
import {
  breakdownOf,
  TURNOVER_BREAKDOWNS,
  TURNOVER_VIEWS,
  type TurnoverBreakdown,
} from '@market/domain/indicators'
import { formatDay, formatInstant } from '../../lib/format.ts'
import { colonIn, type Locale } from '../../lib/i18n/locale.ts'
import { serverI18n } from '../../lib/i18n/server-i18n.server.ts'

/** One condition of the list of contracts, and the query that is left without it. */
export interface Condition {
  name: string
  without: string
}

const BY_NAME = ['type', 'field', 'planIndustry'] as const

/** What the list is narrowed to, in words. */
export function conditionsOf(params: URLSearchParams, locale: Locale): Condition[] {
  const t = serverI18n(locale).getFixedT(locale, 'plans')
  const found: Condition[] = []
  const add = (name: string | null, ...without: string[]) => {
    if (name !== null) found.push({ name, without: leaving(params, without) })
  }
  const year = params.get('year')
  const [from, to] = [params.get('from'), params.get('to')]
  const at = params.get('asKnownAt')
  add(year && t('contracts.year', { year }), 'year')
  add(from && to && `${formatDay(from, locale)} – ${formatDay(to, locale)}`, 'from', 'to')
  add(labelIn(TURNOVER_VIEWS, params.get('view'), locale), 'view')
  for (const by of BY_NAME) add(codeName(by, params.get(by), locale), by)
  add(dimensionName(params, locale), 'by', 'code')
  add(at && t('contracts.asKnown', { at: formatInstant(at, locale) }), 'asKnownAt')
  return found
}

function leaving(params: URLSearchParams, names: readonly string[]): string {
  const rest = new URLSearchParams(params)
  for (const name of [...names, 'cursor']) rest.delete(name)
  return rest.toString()
}

const labelIn = (list: Parameters<typeof labelOf>[0], code: string | null, locale: Locale): string | null =>
  code === null ? null : labelOf(list, code, locale)

function codeName(by: TurnoverBreakdown, code: string | null, locale: Locale): string | null {
  const { codes } = breakdownOf(by)
  if (code === null || codes !== null) return labelIn(codes ?? [], code, locale)
  const region = findRegion(code)
  return region ? region[locale === 'en' ? 'en' : 'zh'] : null
}

/** The further dimension that only operator and authority ask for; a single respondent is not named in an address. */
function dimensionName(params: URLSearchParams, locale: Locale): string | null {
  const by = TURNOVER_BREAKDOWNS.find(({ code }) => code === params.get('by'))
  if (by === undefined) return null
  const name = codeName(by.code, params.get('code'), locale)
  const dimension = by[locale === 'en' ? 'en' : 'zh']
  return name === null ? dimension : `${dimension}${colonIn(locale)}${name}`
}
