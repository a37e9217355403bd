import type { FieldMap } from '@market/contracts/returning'
import { describe, expect, it } from 'vitest'
import { drawFieldChart } from './draw-chart.server.ts'
import { entitled, rasterise, standAlone } from './picture.server.ts'

type FieldChart = FieldMap['charts'][number]

const years = (counts: Record<string, number>): FieldChart => ({
  name: 'filedYear',
  items: Object.entries(counts).map(([value, count]) => ({ value, nameZh: value, nameEn: value, count })),
  rest: { values: 0, count: 0 },
})
const draw = (chart: FieldChart): string => drawFieldChart(chart, new URLSearchParams('q=电池'), 'zh-CN').wide
const yearsIn = (svg: string): string[] => svg.match(/(?<=>)(19|20)\d\d(?=<)/g) ?? []
const linksIn = (svg: string): string[] =>
  [...svg.matchAll(/<a href="([^"]*)"/g)].map(([, href = '']) => href)

describe('a chart of years', () => {
  it('keeps the place of years without results, and leads to the others alone', () => {
    const svg = draw(years({ 2016: 1, 2019: 2 }))
    expect(yearsIn(svg)).toEqual(['2016', '2017', '2018', '2019'])
    expect(svg.match(/ecmeta_data_index="\d"/g)).toHaveLength(2)
    expect(linksIn(draw({ ...years({ 2: 1, 5: 3 }), name: 'maturityLevel' }))).toHaveLength(2)
  })

  it('does not stretch over a year far off the others', () => {
    expect(yearsIn(draw(years({ 1900: 1, 2019: 2 })))).toEqual(['1900', '2019'])
  })
})

describe('a picture of a chart', () => {
  it('says above the chart what it shows, whatever was searched for', () => {
    const svg = standAlone(entitled(draw(years({ 2016: 1 })), 'A & <b>\u0000 \u{1f600}'))
    expect(svg).toContain('>A &amp; &lt;b> \u{1f600}</text>')
    expect(svg).toMatch(/^<svg width="860" height="304"[^>]* viewBox="0 -44 860 304"/)
    expect(rasterise(svg).subarray(1, 4)).toEqual(Buffer.from('PNG'))
  })
})
