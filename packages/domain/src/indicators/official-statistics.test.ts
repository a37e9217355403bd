import { describe, expect, it } from 'vitest'
import {
  checkStatistics,
  isSeriesBreak,
  readStatistics,
  type SheetRow,
  type StatisticValue,
  totalStatistics,
  uniqueOf,
} from './index.ts'

const sheet = (...lines: string[]): SheetRow[] =>
  lines.map((line, index) => ({ row: index + 1, cells: line.split('|') }))

const LONG = 'province|year|chn_block4|value|units|variables'
const WIDE = '地区|期间|流向|项数|成交额（万元）'
const codesOf = (rows: SheetRow[]) => readStatistics(rows).problems.map(({ row, code }) => [row, code])

/** One province's half year, as published in hundred millions: the check table of invariant 8. */
const HALF_YEAR = sheet(
  WIDE,
  '安徽省|2022-H1|吸纳技术|8,024|4284000',
  '安徽省|2022-H1|输出技术|8,512|3218000',
  '安徽省|2022-H1|本地互易|6,233|2077000',
)

describe('a published table', () => {
  it('is read long, measure by measure, to the fen', () => {
    const rows = sheet(
      LONG,
      '全国|2021|金额|100.5|万元|v4_cg_jssc_je',
      '全国|2021|数量|12.0|项|v4_cg_jssc_ht',
      '广西|2021|金额|9405765.277149|万元|v4_cg_jssc_je',
      '西藏|2021|金额||万元|v4_cg_jssc_je',
      '广西|2021|金额|1.2|亿元|v4_cg_jssr_je',
    )
    const { values, problems } = readStatistics(rows)
    expect(problems).toEqual([])
    expect(values).toEqual([
      { place: '100000', period: '2021', flow: 'output', contractCount: 12, contractAmountFen: 100_500_000 },
      {
        place: '450000',
        period: '2021',
        flow: 'output',
        contractCount: null,
        contractAmountFen: 9_405_765_277_149,
      },
      {
        place: '450000',
        period: '2021',
        flow: 'intake',
        contractCount: null,
        contractAmountFen: 12_000_000_000,
      },
    ])
  })

  it('says row by row what it cannot read', () => {
    expect(codesOf(sheet('地区|期间', '广西|2021'))).toEqual([
      [1, 'import.column_missing'],
      [1, 'import.column_missing'],
    ])
    const wrong = sheet(
      WIDE,
      '桂林省份|2021|输出|1|1',
      '广西|21|输出|1|1',
      '广西|2021|何处|1|1',
      '广西|2021|输出|1.5|-1',
      '广西|2020|输出|1|1.00000049',
      '广西|2020|输出|2|',
    )
    expect(codesOf(wrong)).toEqual([
      [2, 'statistics.place_unknown'],
      [3, 'statistics.period_malformed'],
      [4, 'statistics.flow_unknown'],
      [5, 'statistics.count_invalid'],
      [5, 'money.invalid'],
      [6, 'statistics.rounded'],
      [7, 'statistics.stated_twice'],
    ])
    expect(codesOf(sheet(WIDE))).toEqual([[1, 'statistics.empty']])
  })

  it('gives each contract once where the inside part is known', () => {
    const { values, problems } = readStatistics(HALF_YEAR)
    expect(problems).toEqual([])
    expect(checkStatistics(values)).toEqual([])
    expect(uniqueOf(values, 'contractCount')).toBe(8_024 + 8_512 - 6_233)
    expect(uniqueOf(values, 'contractAmountFen')).toBe(542.5 * 10_000_000_000)
    expect(uniqueOf(values.slice(0, 2), 'contractCount')).toBeNull()
  })

  it('is found out when its parts do not add up', () => {
    const value = (flow: StatisticValue['flow'], contractCount: number): StatisticValue => ({
      place: '340000',
      period: '2022',
      flow,
      contractCount,
      contractAmountFen: null,
    })
    const flows = [value('output', 10), value('intake', 8), value('self', 9), value('unique', 12)]
    expect(checkStatistics(flows).map(({ code }) => code)).toEqual([
      'statistics.flows_do_not_add',
      'statistics.inside_too_large',
    ])
    const nation = { ...value('output', 9), place: '100000' }
    expect(checkStatistics([nation, value('output', 10)]).map(({ code }) => code)).toEqual([
      'statistics.places_exceed_nation',
    ])
    expect(totalStatistics([nation, value('output', 7)])).toMatchObject([
      { period: '2022', flow: 'output', places: 1, nationCount: 9, placesCount: 7 },
    ])
  })

  it('breaks where a figure more than doubles or halves', () => {
    const published = [91.7, 940.6, 227, 88.9]
    expect(published.map((fen, index) => isSeriesBreak(published[index - 1] ?? null, fen))).toEqual([
      false,
      true,
      true,
      true,
    ])
    expect(isSeriesBreak(100, 199)).toBe(false)
    expect(isSeriesBreak(null, 1)).toBe(false)
  })
})
