import type { Turnover } from '@market/contracts/indicators'
import { formatYuan } from '@market/domain'
import { breakdownOf } from '@market/domain/indicators'

const COLUMNS = [
  'code',
  'name_zh',
  'name_en',
  'withheld',
  'contracts',
  'contract_amount_yuan',
  'technology_amount_yuan',
  'share',
  'average_yuan',
  'previous_contract_amount_yuan',
  'growth',
] as const

// A spreadsheet would run what begins like this.
const FORMULA = /^[=+\-@\t\r]/

const textCell = (text: string): string => {
  const harmless = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

const yuan = (fen: number | null): string => (fen === null ? '' : formatYuan(fen))
const number = (value: number | null): string => (value === null ? '' : String(value))

type Row = Turnover['items'][number]

const cellsOf = (row: Row): string[] => [
  textCell(row.code),
  textCell(row.nameZh),
  textCell(row.nameEn),
  String(row.suppressed),
  number(row.contractCount),
  yuan(row.contractAmountFen),
  yuan(row.technologyAmountFen),
  number(row.share),
  yuan(row.averageFen),
  yuan(row.previous.contractAmountFen),
  number(row.growth),
]

/** The answer as CSV (RFC 4180), with the mark by which spreadsheets know UTF-8; amounts in yuan, withheld cells empty. */
export function writeCsv(turnover: Turnover): string {
  const { code, zh: nameZh, en: nameEn } = breakdownOf('total')
  const total: Row = { ...turnover.total, code, nameZh, nameEn }
  const rows = turnover.by === 'total' ? [total] : [...turnover.items, total]
  return `\uFEFF${[[...COLUMNS], ...rows.map(cellsOf)].map((cells) => cells.join(',')).join('\r\n')}\r\n`
}
