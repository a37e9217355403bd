import type { Turnover } from '@market/contracts/indicators'
import type { TFunction } from 'i18next'
import { type Locale, pick } from '../../../lib/i18n/locale.ts'
import { type Drawing, drawBoth, ink } from '../../../lib/render-chart.server.ts'
import { drawBreakdown } from '../breakdown-chart.server.ts'
import { inChartUnit } from '../turnover-chart.server.ts'

type Item = Turnover['items'][number]

interface Manner {
  /** Periods stand in their order, with the year before beside them; everything else largest first. */
  inOrder: boolean
  t: TFunction<'figures'>
  locale: Locale
}

/** More bars than this nobody compares; the table has them all. */
const MOST_BARS = 20

export function drawItems(items: readonly Item[], { inOrder, t, locale }: Manner): Drawing | null {
  const bars = items.map((item) => ({ name: pick(item, 'name', locale), fen: item.contractAmountFen ?? 0 }))
  const shown = bars.filter(({ fen }) => fen > 0)
  if (shown.length === 0 || items.length < 2) return null
  if (inOrder) return drawPeriods(items, t, locale)
  const largest = shown.sort((left, right) => right.fen - left.fen).slice(0, MOST_BARS)
  return drawBreakdown(largest, locale)
}

/** Periods as bars, the same days a year earlier as diamonds; a withheld cell is a gap. */
function drawPeriods(items: readonly Item[], t: TFunction<'figures'>, locale: Locale): Drawing {
  const inUnit = (fen: number | null) => (fen === null ? null : inChartUnit(fen, locale))
  const compared = items.some(({ previous }) => (previous.contractAmountFen ?? 0) > 0)
  const before = {
    name: t('chart.previous'),
    type: 'line',
    symbol: 'diamond',
    symbolSize: 8,
    lineStyle: { color: ink.path, width: 1.5, type: 'dashed' },
    itemStyle: { color: ink.path },
    data: items.map(({ previous }) => inUnit(previous.contractAmountFen)),
  }
  return drawBoth(320, ({ narrow }) => ({
    grid: { left: 4, right: 16, top: 64, bottom: 4, outerBoundsMode: 'same' },
    legend: { left: 0, top: 0, itemGap: narrow ? 12 : 24, textStyle: { color: ink.text, fontSize: 14 } },
    xAxis: {
      type: 'category',
      data: items.map(({ code }) => code),
      axisLine: { lineStyle: { color: ink.soft } },
      axisTick: { show: false },
      axisLabel: { color: ink.soft, fontSize: 12 },
    },
    yAxis: {
      type: 'value',
      name: t('chart.axis'),
      nameTextStyle: { color: ink.soft, fontSize: 12, align: 'left' },
      axisLabel: { color: ink.soft, fontSize: 12 },
      splitLine: { lineStyle: { color: ink.line } },
    },
    series: [
      {
        name: t('chart.current'),
        type: 'bar',
        barMaxWidth: 48,
        itemStyle: { color: ink.accent },
        data: items.map(({ contractAmountFen }) => inUnit(contractAmountFen)),
      },
      ...(compared ? [before] : []),
    ],
  }))
}
