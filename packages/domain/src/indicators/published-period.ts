import { addDays, addMonths, type CalendarDate, refuse } from '../index.ts'
import type { TurnoverBreakdown } from './turnover-breakdowns.ts'
import type { TurnoverView } from './turnover-views.ts'

export interface FrozenFigure {
  contractCount: number | null
  contractAmountFen: number | null
  technologyAmountFen: number | null
}

/** One view and breakdown of a period as it was published; null is a small cell. */
export interface FrozenTable {
  view: TurnoverView
  by: TurnoverBreakdown
  total: FrozenFigure
  items: (FrozenFigure & { code: string })[]
}

export interface ClosedPeriod {
  period: string
  from: CalendarDate
  to: CalendarDate
}

const spanOf = (period: string, month: number, months: number): ClosedPeriod => {
  const from = `${period.slice(0, 4)}-${String(month).padStart(2, '0')}-01`
  return { period, from, to: addDays(addMonths(from, months), -1) }
}

/** Reads '2026-03', '2026-Q1' or '2026'. Throws invalid 'period.malformed'. */
export const parsePeriod = (period: string): ClosedPeriod => {
  const [, year, quarter, month] =
    /^((?:19|20|21)\d{2})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$/.exec(period) ?? []
  if (year === undefined) throw refuse('invalid', 'period.malformed', { period })
  if (quarter !== undefined) return spanOf(period, Number(quarter) * 3 - 2, 3)
  return month === undefined ? spanOf(period, 1, 12) : spanOf(period, Number(month), 1)
}

/** Throws conflict 'period.not_over' while its last day has not passed in Asia/Shanghai. */
export const requireOver = ({ period, to }: ClosedPeriod, today: CalendarDate): void => {
  if (to >= today) throw refuse('conflict', 'period.not_over', { period, endsOn: to })
}

/** What the figures mean, frozen with them. */
export const TURNOVER_DEFINITION = {
  zh: '技术合同成交额：期内（以认定登记日期计，北京时间）认定登记的技术合同的合同成交总额；技术交易额为其中核定的技术部分。合同变更时原记录冲回并按变更后内容记入原登记日期，注销、撤销的合同冲回。登记：每项合同计一次；输出按卖方所在地、吸纳按买方所在地计，去重＝输出＋吸纳－本地互易。合同数少于 3 项的单元格及可推算出它的单元格不公开。数据以分为单位，页面以万元显示。',
  en: 'Technology contract turnover: the contract amounts of the technology contracts registered in the period (by day of registration, Asia/Shanghai); the technology amount is the part of it verified as technology. A changed contract is taken back and booked anew on its day of registration; a cancelled or revoked one is taken back. registered: every contract once; output goes by the place of the seller, intake by that of the buyer, unique = output + intake − self. Cells on fewer than 3 contracts, and those that would give them away, are not public. Data are in fen; pages show 万元 (10,000 yuan) or millions of yuan.',
} as const

/** One text for one value: keys sorted, no spaces. What a hash is taken over. */
export const canonicalText = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1))
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalText(item)}`).join(',')}}`
}
