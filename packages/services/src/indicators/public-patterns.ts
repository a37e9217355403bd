import { type CalendarDate, monthOf } from '@market/domain'
import {
  FLOW_CLASSES,
  type FlowClass,
  flowClassOf,
  protectTable,
  type TurnoverBreakdown,
  type TurnoverView,
} from '@market/domain/indicators'
import type { TurnoverRow } from './read-turnover.ts'

/** Twelve months and the year. */
const COLUMNS = 13
const YEAR_COLUMN = 12

type Line = boolean[]
type Counts = Record<FlowClass, number[]>

/** What is hidden, column by column: in the view of everything registered, and in the views by region. */
interface Pattern {
  registered: Line
  flows: Line
}

const emptyCounts = (): Counts => {
  const zeros = () => new Array<number>(COLUMNS).fill(0)
  return { self: zeros(), output_only: zeros(), intake_only: zeros(), elsewhere: zeros() }
}

const add = (counts: Counts, row: TurnoverRow): void => {
  const line = counts[flowClassOf(row.sellerPlace, row.buyerPlace)]
  for (const column of [monthOf(row.month) - 1, YEAR_COLUMN])
    line[column] = (line[column] ?? 0) + row.contractCount
}

const countBy = (rows: readonly TurnoverRow[], keyOf: (row: TurnoverRow) => string): Map<string, Counts> => {
  const found = new Map<string, Counts>()
  for (const row of rows) {
    const key = keyOf(row)
    const counts = found.get(key) ?? emptyCounts()
    add(counts, row)
    found.set(key, counts)
  }
  return found
}

const everything = (counts: Counts): number[] =>
  counts.self.map((_, column) => FLOW_CLASSES.reduce((sum, name) => sum + (counts[name][column] ?? 0), 0))

const sumOf = (lines: readonly number[][]): number[] =>
  Array.from({ length: COLUMNS }, (_, column) => lines.reduce((sum, line) => sum + (line[column] ?? 0), 0))

const withTotals = (lines: number[][]): number[][] => [...lines, sumOf(lines)]

/** The line of totals: its months against its year. */
const protectTotals = (counts: Counts): Pattern => {
  const [registered = []] = protectTable({ layers: [[everything(counts)]] })
  const [flows = []] = protectTable({
    layers: FLOW_CLASSES.map((name) => [counts[name]]),
    sensitive: [registered],
  })
  return { registered, flows }
}

/** The codes of one table under totals that were decided before. */
const protectCodes = (byCode: Map<string, Counts>, totals: Pattern): Map<string, Pattern> => {
  const codes = [...byCode.keys()].sort()
  const lines = codes.map((code) => byCode.get(code) ?? emptyCounts())
  const registered = protectTable({ layers: [withTotals(lines.map(everything))], totals: totals.registered })
  const flows = protectTable({
    layers: FLOW_CLASSES.map((name) => withTotals(lines.map((counts) => counts[name]))),
    sensitive: registered,
    totals: totals.flows,
  })
  return new Map(
    codes.map((code, index) => [code, { registered: registered[index] ?? [], flows: flows[index] ?? [] }]),
  )
}

/** Codes that another public table sums: sub-types under their type, flows and regions under output and intake. */
const GROUP_OF: Partial<Record<TurnoverBreakdown, (row: TurnoverRow) => string>> = {
  subType: ({ code }) => code.slice(0, 2),
  flow: ({ sellerPlace, buyerPlace }) => flowClassOf(sellerPlace, buyerPlace),
  sellerRegion: ({ sellerPlace }) => String(sellerPlace === 'home'),
  buyerRegion: ({ buyerPlace }) => String(buyerPlace === 'home'),
}

/** Four types merge two of the five; a merged cell is open when both parts are. */
const inFiveTypes = (code: string): readonly string[] => (code === 'ZR' ? ['ZR', 'XK'] : [code])

const either = (lines: readonly Line[]): Line =>
  Array.from({ length: COLUMNS }, (_, column) => lines.some((line) => line[column] === true))

const merge = (patterns: readonly Pattern[]): Pattern => ({
  registered: either(patterns.map(({ registered }) => registered)),
  flows: either(patterns.map(({ flows }) => flows)),
})

export const keyOfRow =
  (by: TurnoverBreakdown) =>
  (row: TurnoverRow): string => {
    if (by === 'flow') return `${row.sellerPlace}-${row.buyerPlace}`
    return row.code
  }

const OPEN: Line = new Array<boolean>(COLUMNS).fill(false)

/** Which cells of one year the public may not read: every month and the year, of the total and of each code. */
export class YearProtection {
  readonly totals: Pattern
  private readonly codes: Map<string, Pattern>
  private readonly by: TurnoverBreakdown

  /** `rows`: the year in this breakdown; `types`: the same year by type, where sub-types or four types are asked. */
  constructor(by: TurnoverBreakdown, rows: readonly TurnoverRow[], types: readonly TurnoverRow[]) {
    this.by = by
    this.totals = protectTotals(countBy(rows, () => '').get('') ?? emptyCounts())
    this.codes = this.protect(rows, types)
  }

  private protect(rows: readonly TurnoverRow[], types: readonly TurnoverRow[]): Map<string, Pattern> {
    const { by } = this
    if (by === 'fourType') return protectCodes(countBy(types, keyOfRow('type')), this.totals)
    const groupOf = GROUP_OF[by]
    if (!groupOf) return protectCodes(countBy(rows, keyOfRow(by)), this.totals)
    const typeTotals =
      by === 'subType'
        ? protectCodes(countBy(types, keyOfRow('type')), this.totals)
        : new Map<string, Pattern>()
    // Output and intake are views by region: their totals are open where those views are.
    const flowTotals = { registered: this.totals.flows, flows: this.totals.flows }
    const protectedCodes = new Map<string, Pattern>()
    for (const [group, members] of Map.groupBy(rows, groupOf)) {
      const totals = typeTotals.get(group) ?? flowTotals
      for (const [code, pattern] of protectCodes(countBy(members, keyOfRow(by)), totals)) {
        protectedCodes.set(code, pattern)
      }
    }
    return protectedCodes
  }

  private lineOf(code: string | null, view: TurnoverView): Line {
    const names = this.by === 'fourType' && code !== null ? inFiveTypes(code) : [code]
    const patterns = names.flatMap((name) => (name === null ? [this.totals] : (this.codes.get(name) ?? [])))
    if (patterns.length === 0) return OPEN
    const merged = merge(patterns)
    return view === 'registered' ? merged.registered : merged.flows
  }

  /** A null code asks for the total. */
  hidesMonth(code: string | null, month: CalendarDate, view: TurnoverView): boolean {
    return this.lineOf(code, view)[monthOf(month) - 1] === true
  }

  hidesYear(code: string | null, view: TurnoverView): boolean {
    return this.lineOf(code, view)[YEAR_COLUMN] === true
  }
}
