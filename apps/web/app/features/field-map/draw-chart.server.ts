import type { FieldMap } from '@market/contracts/returning'
import { type Locale, pick } from '../../lib/i18n/locale.ts'
import { type Drawing, drawBoth, ink } from '../../lib/render-chart.server.ts'
import { narrowedPath } from './narrowed-path.ts'

type FieldChart = FieldMap['charts'][number]

const ROW_HEIGHT = 34
const YEARS_HEIGHT = 260

const escapeAttribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

/** Bars lead to the narrower search. The table has the same links for the keyboard, so these take no stop of it. */
const withLinks = (svg: string, hrefs: readonly (string | null)[]): string =>
  svg.replaceAll(/<path [^>]*ecmeta_data_index="(\d+)"[^>]*>(?:<\/path>)?/g, (path, index: string) => {
    const href = hrefs[Number(index)]
    return href ? `<a href="${escapeAttribute(href)}" tabindex="-1">${path}</a>` : path
  })

/** Further apart than this, one year stands far off the others by mistake, and the gap says nothing. */
const LONGEST_GAP = 60

/** Years without a result have their place on the axis too. */
const withEmptyYears = (items: FieldChart['items']): FieldChart['items'] => {
  const [first = 0, last = 0] = [items.at(0), items.at(-1)].map((item) => Number(item?.value))
  const span = last - first
  if (!Number.isInteger(span) || span > LONGEST_GAP) return items
  return Array.from({ length: span + 1 }, (_, index) => {
    const value = String(first + index)
    return items.find((item) => item.value === value) ?? { value, nameZh: value, nameEn: value, count: 0 }
  })
}

const drawYears = ({ items }: FieldChart): Drawing =>
  drawBoth(YEARS_HEIGHT, ({ narrow }) => ({
    grid: { left: 4, right: 8, top: 24, bottom: 4, outerBoundsMode: 'same' },
    xAxis: {
      type: 'category',
      data: items.map(({ value }) => value),
      axisLine: { lineStyle: { color: ink.soft } },
      axisTick: { show: false },
      axisLabel: { color: ink.soft, fontSize: narrow ? 12 : 14 },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      axisLabel: { color: ink.soft, fontSize: 12 },
      splitLine: { lineStyle: { color: ink.line } },
    },
    series: [
      {
        type: 'bar',
        barMaxWidth: 48,
        itemStyle: { color: ink.accent },
        label: { show: true, position: 'top', color: ink.soft, fontSize: 12 },
        data: items.map(({ count }) => (count === 0 ? null : count)),
      },
    ],
  }))

const drawBars = ({ items }: FieldChart, locale: Locale): Drawing =>
  drawBoth(Math.max(1, items.length) * ROW_HEIGHT + 8, ({ narrow }) => ({
    grid: { left: narrow ? 136 : 296, right: narrow ? 40 : 64, top: 4, bottom: 4, outerBoundsMode: 'none' },
    xAxis: { type: 'value', show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      data: items.map((item) => pick(item, 'name', locale).split(/[：:；;]/, 1)[0] ?? ''),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: {
        color: ink.text,
        fontSize: narrow ? 12 : 14,
        lineHeight: 15,
        // Less than there is: without a browser the width of letters is only estimated.
        width: narrow ? 112 : 250,
        overflow: 'truncate',
      },
    },
    series: [
      {
        type: 'bar',
        barWidth: 14,
        itemStyle: { color: ink.accent },
        label: { show: true, position: 'right', color: ink.soft, fontSize: 12 },
        data: items.map(({ count }) => count),
      },
    ],
  }))

/** One chart of a field; `search` is the address it belongs to. */
export function drawFieldChart(chart: FieldChart, search: URLSearchParams, locale: Locale): Drawing {
  const inTime = chart.name === 'filedYear' || chart.name === 'year'
  const items = inTime ? withEmptyYears(chart.items) : chart.items
  const { wide, narrow } = inTime ? drawYears({ ...chart, items }) : drawBars(chart, locale)
  const hrefs = items.map(({ value }) => narrowedPath('/map', search, chart.name, value))
  return { wide: withLinks(wide, hrefs), narrow: withLinks(narrow, hrefs) }
}
