import type { Locale } from '../../lib/i18n/locale.ts'
import { type Drawing, drawBoth, ink } from '../../lib/render-chart.server.ts'
import { inChartUnit } from './turnover-chart.server.ts'

export interface Bar {
  name: string
  fen: number
}

const ROW_HEIGHT = 34

/** Named bars, the largest first; the value stands at the end of each. Those without a contract are left to the table. */
export function drawBreakdown(bars: readonly Bar[], locale: Locale): Drawing {
  const shown = bars.filter(({ fen }) => fen > 0).sort((left, right) => right.fen - left.fen)
  return drawBoth(Math.max(1, shown.length) * ROW_HEIGHT + 8, ({ narrow }) => ({
    grid: { left: narrow ? 128 : 264, right: narrow ? 64 : 96, top: 4, bottom: 4, outerBoundsMode: 'none' },
    xAxis: { type: 'value', show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      data: shown.map(({ name }) => name),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: {
        color: ink.text,
        fontSize: narrow ? 12 : 14,
        lineHeight: 15,
        // Less than there is: without a browser the width of letters is only estimated.
        width: narrow ? 104 : 210,
        overflow: 'break',
      },
    },
    series: [
      {
        type: 'bar',
        barWidth: 14,
        itemStyle: { color: ink.accent },
        label: {
          show: true,
          position: 'right',
          color: ink.soft,
          fontSize: 12,
          formatter: ({ value }: { value?: unknown }) =>
            Number(value).toLocaleString('en', { maximumFractionDigits: 2 }),
        },
        data: shown.map(({ fen }) => inChartUnit(fen, locale)),
      },
    ],
  }))
}
