import { BarChart, LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, MarkLineComponent } from 'echarts/components'
import { type EChartsCoreOption, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

use([BarChart, LineChart, GridComponent, LegendComponent, MarkLineComponent, AriaComponent, SVGRenderer])

/** The page's tokens: an SVG in the document takes them from the scheme, so one drawing serves light and dark. */
export const ink = {
  text: 'var(--ink)',
  soft: 'var(--ink-soft)',
  line: 'var(--hairline)',
  accent: 'var(--accent)',
  path: 'var(--needs-you)',
} as const

export const CHART_FONT = '"PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif'

/** Draws a chart to SVG text. Nothing moves and nothing reacts: the numbers are in the table under it. */
export function renderChart(option: EChartsCoreOption, width: number, height: number): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  chart.setOption({ animation: false, textStyle: { fontFamily: CHART_FONT }, ...option })
  const svg = chart.renderToSVGString({ useViewBox: true })
  chart.dispose()
  return svg
}
