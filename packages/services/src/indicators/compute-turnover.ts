import type { Database } from '@market/database'
import { organizations } from '@market/database/schema'
import { addDays, addMonths, addYears, type CalendarDate, monthOf, yearOf } from '@market/domain'
import {
  addTurnover,
  CLASSES_OF_VIEW,
  flowClassOf,
  type TurnoverBreakdown,
  type TurnoverSum,
  type TurnoverView,
  ZERO_TURNOVER,
} from '@market/domain/indicators'
import { eq } from 'drizzle-orm'
import { codeNames } from './code-names.ts'
import { contractsQueryOf, opensPublicly } from './contracts-query.ts'
import { keyOfRow, YearProtection } from './public-patterns.ts'
import { readTurnover, type TurnoverRow } from './read-turnover.ts'
import { monthsOf, type Period, publicPeriod, yearBefore, yearPeriod, yearsOf } from './turnover-period.ts'

/** A figure, or nothing where the public would learn of too few contracts. */
export type PublicSum =
  | ({ suppressed: false } & TurnoverSum)
  | ({ suppressed: true } & Record<keyof TurnoverSum, null>)

export type TurnoverFigure = PublicSum & {
  /** Per contract, rounded to the fen. */
  averageFen: number | null
  /** Of the total's contract amount, 0 to 1. */
  share: number | null
  /** The same days a year earlier. */
  previous: PublicSum
  /** Growth of the contract amount over those: 0.25 is a quarter more. Null where there was nothing. */
  growth: number | null
  /** Query of the list of contracts behind it; null where that would tell more of each than its public columns. */
  contractsQuery: string | null
}

export type TurnoverItem = TurnoverFigure & { code: string; nameZh: string; nameEn: string }

export interface TurnoverQuestion extends Period {
  view: TurnoverView
  by: TurnoverBreakdown
  asKnownAt?: Date | undefined
  /** Whoever may read the ledger reads every cell. */
  open: boolean
  today: CalendarDate
}

export interface TurnoverAnswer extends Period {
  total: TurnoverFigure
  items: TurnoverItem[]
}

const HIDDEN: PublicSum = {
  suppressed: true,
  contractCount: null,
  contractAmountFen: null,
  technologyAmountFen: null,
}

type Guard = (code: string | null, months: readonly CalendarDate[]) => boolean

interface Rows {
  current: TurnoverRow[]
  previous: TurnoverRow[]
  hides: Guard
}

const readOpen = async (db: Database, question: TurnoverQuestion): Promise<Rows> => {
  const read = ({ from, to }: Period) =>
    readTurnover(db, { by: question.by, from, to, knownAt: question.asKnownAt })
  const [current, previous] = await Promise.all([read(question), read(yearBefore(question))])
  return { current, previous, hides: () => false }
}

/** Months together are their year when no other month of it has begun. */
const coversYear = (months: readonly CalendarDate[], year: number, today: CalendarDate): boolean => {
  const covered = months.filter((month) => yearOf(month) === year).map(monthOf)
  const begun = year < yearOf(today) ? 12 : monthOf(today)
  return Array.from({ length: begun }, (_, index) => index + 1).every((month) => covered.includes(month))
}

const needsTypes = (by: TurnoverBreakdown): boolean => by === 'subType' || by === 'fourType'

/** Whole years are read, for what may be shown of a month is decided together with its year. */
const readPublic = async (db: Database, question: TurnoverQuestion): Promise<Rows> => {
  const { by, view, today, asKnownAt: knownAt } = question
  const before = yearBefore(question)
  const span = yearPeriod(yearOf(before.from), yearOf(question.to))
  const [rows, types] = await Promise.all([
    readTurnover(db, { by, ...span, knownAt }),
    needsTypes(by) ? readTurnover(db, { by: 'type', ...span, knownAt }) : [],
  ])
  const inYear = (year: number) => (row: TurnoverRow) => yearOf(row.month) === year
  const years = new Map(
    yearsOf(span).map((year) => [
      year,
      new YearProtection(by, rows.filter(inYear(year)), types.filter(inYear(year))),
    ]),
  )
  const hides: Guard = (code, months) =>
    [...years].some(([year, protection]) =>
      coversYear(months, year, today)
        ? protection.hidesYear(code, view)
        : months.some((month) => yearOf(month) === year && protection.hidesMonth(code, month, view)),
    )
  const within = ({ from, to }: Period) => rows.filter(({ month }) => from <= month && month <= to)
  return { current: within(question), previous: within(before), hides }
}

const universities = async (db: Database): Promise<Set<string>> => {
  const rows = await db
    .select({ id: organizations.id })
    .from(organizations)
    .where(eq(organizations.kind, 'university'))
  return new Set(rows.map(({ id }) => id))
}

/** The name of the period a month falls in, for breakdowns by time; null for the others. */
const periodKey = (by: TurnoverBreakdown, month: CalendarDate): string | null => {
  if (by === 'year') return month.slice(0, 4)
  if (by === 'month') return month.slice(0, 7)
  return by === 'quarter' ? `${month.slice(0, 4)}-Q${Math.ceil(monthOf(month) / 3)}` : null
}

const keyOf = (by: TurnoverBreakdown, row: TurnoverRow): string =>
  periodKey(by, row.month) ?? keyOfRow(by)(row)

const sumByKey = (by: TurnoverBreakdown, rows: readonly TurnoverRow[]): Map<string, TurnoverSum> => {
  const sums = new Map<string, TurnoverSum>()
  for (const row of rows) {
    const key = keyOf(by, row)
    sums.set(key, addTurnover(sums.get(key) ?? ZERO_TURNOVER, row))
  }
  return sums
}

const total = (rows: readonly TurnoverRow[]): TurnoverSum =>
  rows.reduce<TurnoverSum>(addTurnover, ZERO_TURNOVER)

const pick = ({ contractCount, contractAmountFen, technologyAmountFen }: TurnoverSum): PublicSum => ({
  suppressed: false,
  contractCount,
  contractAmountFen,
  technologyAmountFen,
})

const ratio = (part: number | null, whole: number | null): number | null =>
  part === null || whole === null ? null : whole === 0 ? 0 : part / whole

const figureOf = (current: PublicSum, previous: PublicSum, whole: PublicSum) => {
  const grown =
    current.suppressed || previous.suppressed || previous.contractAmountFen === 0
      ? null
      : current.contractAmountFen / previous.contractAmountFen - 1
  const average =
    current.suppressed || current.contractCount === 0
      ? null
      : Math.round(current.contractAmountFen / current.contractCount)
  return {
    ...current,
    averageFen: average,
    share: ratio(current.contractAmountFen, whole.contractAmountFen),
    previous,
    growth: grown,
  }
}

const shiftYear = (row: TurnoverRow): TurnoverRow => ({ ...row, month: addYears(row.month, 1) })

/** The part of the period that a breakdown by time gives one line to. */
const within = (span: readonly CalendarDate[] | undefined, period: Period): Period => {
  const [first] = span ?? []
  const last = span?.at(-1)
  if (first === undefined || last === undefined) return period
  const end = addDays(addMonths(last, 1), -1)
  const [from = first] = [first, period.from].sort().reverse()
  const [to = end] = [end, period.to].sort()
  return { from, to }
}

/** A figure of any period, view and breakdown, with the same days a year earlier and, for the public, its small cells hidden. */
export const computeTurnover = async (db: Database, asked: TurnoverQuestion): Promise<TurnoverAnswer> => {
  const question = asked.open ? asked : { ...asked, ...publicPeriod(asked, asked.today) }
  const { view, by, asKnownAt, open } = question
  const { hides, ...rows } = open ? await readOpen(db, question) : await readPublic(db, question)
  const members = by === 'university' ? await universities(db) : null
  const counted = (row: TurnoverRow) =>
    CLASSES_OF_VIEW[view].includes(flowClassOf(row.sellerPlace, row.buyerPlace)) &&
    (!members || members.has(row.code))
  const current = rows.current.filter(counted)
  const previous = rows.previous.filter(counted).map(shiftYear)
  const months = monthsOf(question)
  const shown = (sum: TurnoverSum, code: string | null, of: readonly CalendarDate[]): PublicSum =>
    hides(code, of) ? HIDDEN : pick(sum)
  const before = (of: readonly CalendarDate[]) => of.map((month) => addYears(month, -1))
  const queryOf = (code: string | undefined, period: Period): string | null =>
    open || opensPublicly({ view, by }) ? contractsQueryOf({ view, by, code, ...period, asKnownAt }) : null
  const period = { from: question.from, to: question.to }
  const whole = shown(total(current), null, months)

  const [sums, sumsBefore] = [sumByKey(by, current), sumByKey(by, previous)]
  const spans = Map.groupBy(months, (month) => periodKey(by, month) ?? '')
  const found = spans.has('') ? [...new Set([...sums.keys(), ...sumsBefore.keys()])] : [...spans.keys()]
  const names = by === 'total' ? [] : await codeNames(db, by, found)
  const items = names.map((name): TurnoverItem => {
    const { code } = name
    const span = spans.get(code)
    const of = span ?? months
    const asCode = span ? null : code
    const now = shown(sums.get(code) ?? ZERO_TURNOVER, asCode, of)
    const then = shown(sumsBefore.get(code) ?? ZERO_TURNOVER, asCode, before(of))
    return { ...name, ...figureOf(now, then, whole), contractsQuery: queryOf(code, within(span, period)) }
  })
  const wholeBefore = shown(total(previous), null, before(months))
  return {
    ...period,
    total: { ...figureOf(whole, wholeBefore, whole), contractsQuery: queryOf(undefined, period) },
    items: items.filter((item) => by !== 'subType' || item.contractCount !== 0 || item.code.includes('_')),
  }
}
