import type { Database } from '@market/database'
import { turnoverReleasedFigures } from '@market/database/schema'
import { addMonths, type CalendarDate, monthOf, yearOf } from '@market/domain'
import {
  addTurnover,
  type TurnoverBreakdown,
  type TurnoverSum,
  type TurnoverView,
  ZERO_TURNOVER,
} from '@market/domain/indicators'
import { and, between, desc, eq, inArray, lte } from 'drizzle-orm'
import { type FigureSource, HIDDEN, type PublicSum, shownSum } from '../figure-source.ts'
import { monthsOf, type Period } from '../turnover-period.ts'

type Figures = Map<string, TurnoverSum | null>

const TIMES: readonly TurnoverBreakdown[] = ['total', 'year', 'quarter', 'month']
export const isByTime = (by: TurnoverBreakdown): boolean => TIMES.includes(by)

const keyOf = (by: TurnoverBreakdown, year: number, code: string): string => `${by} ${year} ${code}`

/** What the releases up to one stated last of each figure. */
const readFigures = async (
  db: Database,
  { view, by, release, from, to }: ReleaseQuestion,
): Promise<Figures> => {
  const figures: Figures = new Map()
  if (release === null) return figures
  const stated = turnoverReleasedFigures
  const rows = await db
    .selectDistinctOn([stated.by, stated.year, stated.code], {
      by: stated.by,
      year: stated.year,
      code: stated.code,
      contractCount: stated.contractCount,
      contractAmountFen: stated.contractAmountFen,
      technologyAmountFen: stated.technologyAmountFen,
    })
    .from(stated)
    .where(
      and(
        eq(stated.view, view),
        inArray(stated.by, isByTime(by) ? ['total', 'quarter', 'month'] : ['total', by]),
        between(stated.year, yearOf(from), yearOf(to)),
        lte(stated.releaseId, release),
      ),
    )
    .orderBy(stated.by, stated.year, stated.code, desc(stated.releaseId))
  for (const { by: of, year, code, ...sum } of rows) {
    const { contractCount, contractAmountFen, technologyAmountFen } = sum
    const whole =
      contractCount === null || contractAmountFen === null || technologyAmountFen === null
        ? null
        : { contractCount, contractAmountFen, technologyAmountFen }
    figures.set(keyOf(of, year, code), whole)
  }
  return figures
}

/** The released figures that make up a period of whole months: years, then quarters, then months. */
const partsOf = (period: Period, today: CalendarDate): string[] => {
  const months = new Set(monthsOf(period))
  const parts: string[] = []
  const take = (first: CalendarDate, count: number, key: string): void => {
    const span = Array.from({ length: count }, (_, index) => addMonths(first, index))
    const begun = span.filter((month) => month <= today)
    const needed = begun.length === 0 ? span : begun
    if (!needed.every((month) => months.has(month))) return
    for (const month of span) months.delete(month)
    parts.push(key)
  }
  for (const month of monthsOf(period)) {
    const year = yearOf(month)
    if (!months.has(month)) continue
    if (month.endsWith('-01-01')) take(month, 12, keyOf('total', year, ''))
    if (months.has(month) && monthOf(month) % 3 === 1) {
      take(month, 3, keyOf('quarter', year, `${year}-Q${Math.ceil(monthOf(month) / 3)}`))
    }
    if (months.has(month)) take(month, 1, keyOf('month', year, month.slice(0, 7)))
  }
  return parts
}

export interface ReleaseQuestion extends Period {
  view: TurnoverView
  by: TurnoverBreakdown
  /** Null before the first release: everything is hidden. */
  release: number | null
  today: CalendarDate
}

/** Every figure as it was released: for the public. */
export const openRelease = async (db: Database, question: ReleaseQuestion): Promise<FigureSource> => {
  const { by, release, today } = question
  const figures = await readFigures(db, question)
  const sum = (keys: readonly string[]): PublicSum => {
    if (release === null) return HIDDEN
    let total = ZERO_TURNOVER
    for (const key of keys) {
      const figure = figures.get(key)
      if (figure === null) return HIDDEN
      total = addTurnover(total, figure ?? ZERO_TURNOVER)
    }
    return shownSum(total)
  }
  const yearsOfPeriod = ({ from, to }: Period): number[] =>
    Array.from({ length: yearOf(to) - yearOf(from) + 1 }, (_, index) => yearOf(from) + index)
  const codes = [...figures.keys()].filter((key) => !isByTime(by) && key.startsWith(`${by} `))
  return {
    codes: [...new Set(codes.map((key) => key.split(' ').slice(2).join(' ')))],
    sumOf: (code, period) =>
      sum(
        code === null ? partsOf(period, today) : yearsOfPeriod(period).map((year) => keyOf(by, year, code)),
      ),
  }
}
