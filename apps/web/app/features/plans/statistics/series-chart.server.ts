import type { TFunction } from 'i18next'
import type { Locale } from '../../../lib/i18n/locale.ts'
import { type Drawing, drawBoth, ink } from '../../../lib/render-chart.server.ts'
import type { SeriesPeriod } from './series-period.ts'

// 亿元 in Chinese; English counts in billions.
const FEN_PER_UNIT: Record<Locale, number> = { 'zh-CN': 10_000_000_000, en: 100_000_000_000 }

/** Output as bars, intake as a dashed line with its own symbol, the register's own figure as a solid one. */
export function drawSeries(
  periods: readonly SeriesPeriod[],
  t: TFunction<'figures'>,
  locale: Locale,
): Drawing {
  const inUnit = (fen: number | null): number | null => (fen === null ? null : fen / FEN_PER_UNIT[locale])
  const line = (
    name: string,
    color: string,
    symbol: string,
    type: 'dashed' | 'solid',
    data: (number | null)[],
  ) => ({
    name,
    type: 'line',
    symbol,
    symbolSize: 8,
    lineStyle: { color, width: 2, type },
    itemStyle: { color },
    data,
  })
  return drawBoth(380, ({ narrow }) => ({
    grid: { left: 4, right: 16, top: narrow ? 104 : 64, bottom: 4, outerBoundsMode: 'same' },
    legend: { left: 0, top: 0, itemGap: narrow ? 12 : 24, textStyle: { color: ink.text, fontSize: 14 } },
    xAxis: {
      type: 'category',
      data: periods.map(({ period }) => period),
      axisLine: { lineStyle: { color: ink.soft } },
      axisTick: { show: false },
      axisLabel: { color: ink.soft, fontSize: 12 },
    },
    yAxis: {
      type: 'value',
      name: t('official.axis'),
      nameTextStyle: { color: ink.soft, fontSize: 12, align: 'left' },
      axisLabel: { color: ink.soft, fontSize: 12 },
      splitLine: { lineStyle: { color: ink.line } },
    },
    series: [
      {
        name: t('official.output'),
        type: 'bar',
        barMaxWidth: 40,
        itemStyle: { color: ink.accent },
        data: periods.map(({ output }) => inUnit(output.contractAmountFen)),
      },
      line(
        t('official.intake'),
        ink.path,
        'diamond',
        'dashed',
        periods.map(({ intake }) => inUnit(intake.contractAmountFen)),
      ),
      line(
        t('official.own'),
        ink.text,
        'circle',
        'solid',
        periods.map(({ ownFen }) => inUnit(ownFen)),
      ),
    ],
  }))
}
