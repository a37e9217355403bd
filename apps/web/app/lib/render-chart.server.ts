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
  ground: 'var(--ground)',
  accent: 'var(--accent)',
  path: 'var(--needs-you)',
} as const

/** A chart drawn for a screen and for a phone; the style sheet shows one of them. */
export interface Drawing {
  wide: string
  narrow: string
}

interface Size {
  width: number
  height: number
  narrow: boolean
}

/** Draws with 860 and with 360 units of width, so that letters keep their size on both. */
export function drawBoth(height: number, optionFor: (size: Size) => EChartsCoreOption): Drawing {
  const wide = { width: 860, height, narrow: false }
  const narrow = { width: 360, height, narrow: true }
  return { wide: renderChart(optionFor(wide), wide), narrow: renderChart(optionFor(narrow), narrow) }
}

/** Draws a chart to SVG text. Nothing moves and nothing reacts: the numbers are in the table under it. */
function renderChart(option: EChartsCoreOption, { width, height }: Size): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  chart.setOption({ animation: false, textStyle: { fontFamily: 'inherit' }, ...option })
  const svg = chart.renderToSVGString({ useViewBox: true })
  chart.dispose()
  // Rules for hovering, which a picture has no use for and the page's security policy refuses.
  return svg.replaceAll(/<style[^>]*>[\s\S]*?<\/style>/g, '')
}
