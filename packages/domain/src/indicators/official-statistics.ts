import type { Fen, FieldProblem } from '../index.ts'
import { periodOfCell, placeOfCell } from './statistics-places.ts'

/** What a published figure counts: sold from a place, bought by it, inside it, or each contract once. */
export const STATISTIC_FLOWS = [
  { code: 'output', zh: '输出技术', en: 'Output' },
  { code: 'intake', zh: '吸纳技术', en: 'Intake' },
  { code: 'self', zh: '本地互易', en: 'Inside both' },
  { code: 'unique', zh: '去重合计', en: 'Unique' },
] as const
export type StatisticFlow = (typeof STATISTIC_FLOWS)[number]['code']

/** One figure of a published series; null is what its source leaves blank. */
export interface StatisticValue {
  /** GB/T 2260 province, or 100000 for the whole country. */
  place: string
  /** '2023', '2022-H1', '2022-Q1' or '2022-06'. */
  period: string
  flow: StatisticFlow
  contractCount: number | null
  contractAmountFen: Fen | null
}

/** An error keeps the file out; a warning is shown beside the series. */
export interface StatisticProblem extends FieldProblem {
  row: number
  severity: 'error' | 'warning'
  params: Record<string, unknown>
}

export interface SheetRow {
  row: number
  cells: readonly (string | number | boolean | Date | null)[]
}

type Column = 'place' | 'period' | 'flow' | 'measure' | 'value' | 'unit' | 'count' | 'amount'

/** Names of the columns, also those of the yearbooks' long tables. */
const LABELS: Readonly<Record<Column, readonly string[]>> = {
  place: ['地区', '省份', '省市', 'place', 'province', 'region'],
  period: ['期间', '年份', '年', 'period', 'year'],
  flow: ['流向', '口径', 'flow', 'variable', 'variables'],
  measure: ['指标', 'measure', 'chn_block4'],
  value: ['数值', '值', 'value'],
  unit: ['单位', 'unit', 'units'],
  count: ['项数', '合同项数', '合同数', 'contracts'],
  amount: ['成交额（万元）', '成交额(万元)', '金额（万元）', '金额(万元)', 'amount (10,000 yuan)'],
}

const textOf = (cell: SheetRow['cells'][number] | undefined): string => String(cell ?? '').trim()

const columnOf = (label: string): Column | null => {
  const wanted = label.replace(/^\uFEFF/, '').toLowerCase()
  for (const [column, labels] of Object.entries(LABELS)) {
    if (labels.includes(wanted)) return column as Column
  }
  return null
}

const flowOf = (text: string): StatisticFlow | null => {
  const named = STATISTIC_FLOWS.find(({ code, zh, en }) => code === text || zh === text || en === text)
  if (named) return named.code
  if (/_jssc_|^输出/.test(text)) return 'output'
  if (/_jssr_|^吸纳|^流向/.test(text)) return 'intake'
  return null
}

const measureOf = (text: string): 'count' | 'amount' | null => {
  if (/^(金额|成交额|amount)/i.test(text)) return 'amount'
  return /^(数量|项数|count|contracts)/i.test(text) ? 'count' : null
}

const FEN_OF_UNIT: Readonly<Record<string, bigint>> = {
  '': 1_000_000n,
  万元: 1_000_000n,
  亿元: 10_000_000_000n,
  元: 100n,
}
const DECIMAL = /^(\d{1,13})(?:\.(\d{1,20}))?$/

/** A decimal number of units as fen, rounded half up; null when it is none. */
const fenOf = (text: string, unitFen: bigint): { fen: Fen; exact: boolean } | null => {
  const match = DECIMAL.exec(text.replaceAll(',', ''))
  if (!match) return null
  const [, whole = '', part = ''] = match
  const scale = 10n ** BigInt(part.length)
  const scaled = BigInt(whole + part) * unitFen
  const fen = Number((scaled * 2n + scale) / (scale * 2n))
  return Number.isSafeInteger(fen) ? { fen, exact: scaled % scale === 0n } : null
}

const COUNT = /^\d{1,12}(?:\.0+)?$/

interface Cells {
  row: number
  of(column: Column): string
}

class StatisticsReader {
  readonly problems: StatisticProblem[] = []
  readonly #values = new Map<string, StatisticValue & { row: number }>()

  note(
    row: number,
    path: string,
    code: string,
    params: Record<string, unknown> = {},
    severity: StatisticProblem['severity'] = 'error',
  ): void {
    this.problems.push({ row, path, code, params, severity })
  }

  get values(): StatisticValue[] {
    return [...this.#values.values()].map(({ row: _row, ...value }) => value)
  }

  read(cells: Cells): void {
    const { row } = cells
    const place = placeOfCell(cells.of('place'))
    const period = periodOfCell(cells.of('period'))
    const flow = flowOf(cells.of('flow'))
    const measure = cells.of('measure') === '' ? null : measureOf(cells.of('measure'))
    if (!place) this.note(row, 'place', 'statistics.place_unknown', { found: cells.of('place') })
    if (!period) this.note(row, 'period', 'statistics.period_malformed', { found: cells.of('period') })
    if (!flow) this.note(row, 'flow', 'statistics.flow_unknown', { found: cells.of('flow') })
    if (cells.of('measure') !== '' && !measure) {
      this.note(row, 'measure', 'statistics.measure_unknown', { found: cells.of('measure') })
    }
    if (!place || !period || !flow) return
    const key = { place, period, flow, row }
    if (measure === 'count') this.#put(key, 'contractCount', this.#count(row, cells.of('value')))
    if (measure === 'amount') {
      const amount = this.#amount(row, cells.of('value'), cells.of('unit'))
      this.#put(key, 'contractAmountFen', amount)
    }
    if (cells.of('measure') !== '') return
    this.#put(key, 'contractCount', this.#count(row, cells.of('count')))
    this.#put(key, 'contractAmountFen', this.#amount(row, cells.of('amount'), ''))
  }

  #put(
    key: Pick<StatisticValue, 'place' | 'period' | 'flow'> & { row: number },
    part: 'contractCount' | 'contractAmountFen',
    value: number | null,
  ): void {
    if (value === null) return
    const name = `${key.place} ${key.period} ${key.flow}`
    const known = this.#values.get(name) ?? { ...key, contractCount: null, contractAmountFen: null }
    if (known[part] !== null) this.note(key.row, 'value', 'statistics.stated_twice', { row: known.row })
    this.#values.set(name, { ...known, [part]: value })
  }

  #count(row: number, text: string): number | null {
    if (text === '') return null
    if (COUNT.test(text.replaceAll(',', ''))) return Number(text.replaceAll(',', ''))
    this.note(row, 'count', 'statistics.count_invalid', { found: text })
    return null
  }

  #amount(row: number, text: string, unit: string): Fen | null {
    if (text === '') return null
    const unitFen = FEN_OF_UNIT[unit]
    const read = unitFen === undefined ? null : fenOf(text, unitFen)
    if (unitFen === undefined) this.note(row, 'unit', 'statistics.unit_unknown', { found: unit })
    else if (!read) this.note(row, 'amount', 'money.invalid', { found: text })
    else if (!read.exact) this.note(row, 'amount', 'statistics.rounded', { found: text }, 'warning')
    return read?.fen ?? null
  }
}

/** Reads a published table, long or wide, into its figures and whatever keeps a row from being one. */
export const readStatistics = (
  rows: readonly SheetRow[],
): { values: StatisticValue[]; problems: StatisticProblem[] } => {
  const reader = new StatisticsReader()
  const [head, ...body] = rows
  const columns = (head?.cells ?? []).map((cell) => columnOf(textOf(cell)))
  const has = (column: Column): boolean => columns.includes(column)
  const missing: Column[] = [
    ...(['place', 'period', 'flow'] as const).filter((column) => !has(column)),
    ...(has('measure') && !has('value') ? (['value'] as const) : []),
    ...(!has('measure') && !has('count') && !has('amount') ? (['amount'] as const) : []),
  ]
  for (const column of missing) reader.note(head?.row ?? 1, column, 'import.column_missing')
  if (missing.length > 0) return { values: [], problems: reader.problems }
  for (const { row, cells } of body) {
    reader.read({ row, of: (column) => textOf(cells[columns.indexOf(column)]) })
  }
  if (reader.values.length === 0) reader.note(head?.row ?? 1, 'value', 'statistics.empty')
  return { values: reader.values, problems: reader.problems }
}
