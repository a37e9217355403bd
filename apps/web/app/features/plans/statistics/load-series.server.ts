import { StatisticsSeries, type StatisticsValue, Turnover } from '@market/contracts/indicators'
import { isSeriesBreak, STATISTIC_PLACES, uniqueOf, WHOLE_COUNTRY } from '@market/domain/indicators'
import type { ApiClient } from '../../../lib/api/client.server.ts'
import type { Locale } from '../../../lib/i18n/locale.ts'
import { serverI18n } from '../../../lib/i18n/server-i18n.server.ts'
import { drawSeries } from './series-chart.server.ts'
import type { SeriesPeriod, SeriesSide } from './series-period.ts'

const YEAR = /^\d{4}$/

const sideOf = (values: readonly StatisticsValue[], flow: 'output' | 'intake') => {
  const found = values.find((value) => value.flow === flow)
  return {
    contractCount: found?.contractCount ?? null,
    contractAmountFen: found?.contractAmountFen ?? null,
  }
}

const periodsOf = (
  values: readonly StatisticsValue[],
  own: ReadonlyMap<string, number | null>,
): SeriesPeriod[] => {
  const groups = [...Map.groupBy(values, ({ period }) => period)].sort(([left], [right]) =>
    left < right ? -1 : 1,
  )
  const before = { output: null as number | null, intake: null as number | null }
  return groups.map(([period, group]) => {
    const side = (flow: 'output' | 'intake'): SeriesSide => {
      const figures = sideOf(group, flow)
      const breaks = YEAR.test(period) && isSeriesBreak(before[flow], figures.contractAmountFen)
      if (YEAR.test(period)) before[flow] = figures.contractAmountFen
      return { ...figures, breaks }
    }
    const unique = {
      contractCount: uniqueOf(group, 'contractCount'),
      contractAmountFen: uniqueOf(group, 'contractAmountFen'),
    }
    return { period, output: side('output'), intake: side('intake'), unique, ownFen: own.get(period) ?? null }
  })
}

/** The register's own output year by year, as this reader may see it. */
const ownByYear = async (api: ApiClient, values: readonly StatisticsValue[]) => {
  const years = values.map(({ period }) => period.slice(0, 4)).sort()
  const [first, last] = [years[0], years.at(-1)]
  if (first === undefined || last === undefined) return new Map<string, number | null>()
  const asked = { view: 'output', by: 'year', from: `${first}-01-01`, to: `${last}-12-31` }
  const { items } = await api.get('/api/turnover', Turnover, asked)
  return new Map(
    items.map(({ code, contractCount, contractAmountFen }) => [
      code,
      contractCount === 0 ? null : contractAmountFen,
    ]),
  )
}

/** The province this market stands in. */
const HERE = '450000'

const readPlace = (api: ApiClient, place: string) =>
  api.get(`/api/statistics/places/${encodeURIComponent(place)}`, StatisticsSeries)

/** Where no place is asked for: this province, or the whole country as long as nothing is loaded of the province. */
const readDefault = async (api: ApiClient) => {
  const here = await readPlace(api, HERE)
  if (here.values.length > 0 || !here.places.includes(WHOLE_COUNTRY)) return here
  return readPlace(api, WHOLE_COUNTRY)
}

/** A place's published series, its chart and the register beside it. */
export async function loadSeries(api: ApiClient, asked: string | null, locale: Locale) {
  const series = asked === null ? await readDefault(api) : await readPlace(api, asked)
  const { place } = series
  const periods = periodsOf(series.values, await ownByYear(api, series.values))
  const years = periods.filter(({ period }) => YEAR.test(period))
  const named = STATISTIC_PLACES.filter(
    ({ code }) => series.places.includes(code) || code === place || code === HERE,
  )
  const t = serverI18n(locale).getFixedT(locale, 'figures')
  return {
    ...series,
    periods,
    choices: named.map(({ code, zh, en }) => ({ code, name: locale === 'en' ? en : zh })),
    drawing: years.length === 0 ? null : drawSeries(years, t, locale),
  }
}
