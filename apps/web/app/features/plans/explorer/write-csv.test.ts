import type { Turnover } from '@market/contracts/indicators'
import { expect, test } from 'vitest'
import { writeCsv } from './write-csv.ts'

const nothing = { suppressed: true, contractCount: null, contractAmountFen: null, technologyAmountFen: null }
const hidden = {
  ...nothing,
  averageFen: null,
  share: null,
  previous: nothing,
  growth: null,
  contractsQuery: null,
}
const shown = {
  ...hidden,
  suppressed: false,
  contractCount: 3,
  contractAmountFen: 123_456,
  technologyAmountFen: 100_000,
  averageFen: 41_152,
  share: 1,
}

const turnover: Turnover = {
  view: 'registered',
  by: 'agency',
  from: '2026-01-01',
  to: '2026-12-31',
  released: null,
  asKnownAt: '2026-11-23T00:00:00.000Z',
  regionCode: '450100',
  smallestCell: 3,
  total: shown,
  items: [
    { code: 'a', nameZh: '甲,乙', nameEn: '=SUM("A1")', ...shown },
    { code: 'b', nameZh: '丙', nameEn: 'C', ...hidden },
  ],
}

test('amounts are in yuan, withheld cells empty, and no name can run as a formula', () => {
  const [head, first, second, total] = writeCsv(turnover).split('\r\n')
  expect(head).toMatch(/^\uFEFFcode,name_zh,/)
  expect(first).toBe(`a,"甲,乙","'=SUM(""A1"")",false,3,1234.56,1000.00,1,411.52,,`)
  expect(second).toBe('b,丙,C,true,,,,,,,')
  expect(total).toMatch(/^total,合计,Total,false,3,/)
})
