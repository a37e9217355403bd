import type { Locale } from '../../lib/i18n/locale.ts'
import { ink, renderChart } from './render-chart.server.ts'
import { inChartUnit } from './turnover-chart.server.ts'

export interface Bar {
  name: string
  fen: number
}

const ROW_HEIGHT = 30

/** Named bars, the largest first; the value stands at the end of each. Those without a contract are left to the table. */
export function drawBreakdown(bars: readonly Bar[], locale: Locale): string {
  const shown = bars.filter(({ fen }) => fen > 0).sort((left, right) => right.fen - left.fen)
  return renderChart(
    {
      grid: { left: 4, right: 96, top: 4, bottom: 4, containLabel: true },
      xAxis: { type: 'value', show: false },
      yAxis: {
        type: 'category',
        inverse: true,
        data: shown.map(({ name }) => name),
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: { color: ink.text, fontSize: 14, width: 300, overflow: 'break' },
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
    },
    860,
    Math.max(1, shown.length) * ROW_HEIGHT + 8,
  )
}
