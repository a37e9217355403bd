import type { PlanTurnover } from '@market/contracts/indicators'
import { formatFen } from '@market/domain'
import type { TFunction } from 'i18next'
import type { Locale } from '../../lib/i18n/locale.ts'
import { type Drawing, drawBoth, ink } from '../../lib/render-chart.server.ts'

// 万元 in Chinese; English counts in millions.
const FEN_PER_UNIT: Record<Locale, number> = { 'zh-CN': 1_000_000, en: 100_000_000 }

export const inChartUnit = (fen: number, locale: Locale): number => fen / FEN_PER_UNIT[locale]

/** Turnover per year as bars, the plan's path as a dashed line with its own symbol, the target as a labelled level. */
export function drawTurnover(turnover: PlanTurnover, t: TFunction<'plans'>, locale: Locale): Drawing {
  const { years, targetFen } = turnover
  const target = targetFen === null ? [] : [targetLine(targetFen, t, locale)]
  return drawBoth(380, ({ narrow }) => ({
    grid: { left: 4, right: 16, top: narrow ? 84 : 64, bottom: 4, outerBoundsMode: 'same' },
    legend: { left: 0, top: 0, itemGap: narrow ? 12 : 24, textStyle: { color: ink.text, fontSize: 14 } },
    xAxis: {
      type: 'category',
      data: years.map(({ year }) => String(year)),
      axisLine: { lineStyle: { color: ink.soft } },
      axisTick: { show: false },
      axisLabel: { color: ink.soft, fontSize: 14 },
    },
    yAxis: {
      type: 'value',
      name: t('plan.axis'),
      nameTextStyle: { color: ink.soft, fontSize: 12, align: 'left' },
      axisLabel: { color: ink.soft, fontSize: 12 },
      splitLine: { lineStyle: { color: ink.line } },
    },
    series: [
      {
        name: t('plan.series.actual'),
        type: 'bar',
        barMaxWidth: 64,
        itemStyle: { color: ink.accent },
        label: {
          show: !narrow,
          position: 'insideTop',
          color: ink.ground,
          fontSize: 12,
          formatter: labelOfBar,
        },
        data: years.map(({ begun, contractAmountFen }) =>
          begun && contractAmountFen !== null ? inChartUnit(contractAmountFen, locale) : null,
        ),
        markLine: { silent: true, symbol: 'none', data: target },
      },
      {
        name: t('plan.series.path'),
        type: 'line',
        symbol: 'diamond',
        symbolSize: 9,
        lineStyle: { color: ink.path, width: 2, type: 'dashed' },
        itemStyle: { color: ink.path },
        data: years.map(({ pathFen }) => (pathFen === null ? null : inChartUnit(pathFen, locale))),
      },
    ],
  }))
}

function labelOfBar({ value }: { value?: unknown }): string {
  return typeof value === 'number'
    ? value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 2 : 0 })
    : ''
}

function targetLine(targetFen: number, t: TFunction<'plans'>, locale: Locale): object {
  return {
    yAxis: inChartUnit(targetFen, locale),
    lineStyle: { color: ink.soft, type: 'dotted', width: 1.5 },
    label: {
      formatter: t('plan.series.target', { amount: formatFen(targetFen, 'yi', locale) }),
      position: 'insideStartTop',
      color: ink.soft,
      fontSize: 12,
    },
  }
}
