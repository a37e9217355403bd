import type { Database } from '@market/database'
import { addDays, addMonths, type CalendarDate, monthOf } from '@market/domain'
import type { TurnoverBreakdown, TurnoverView } from '@market/domain/indicators'
import { codeNames } from './code-names.ts'
import { contractsQueryOf, opensPublicly } from './contracts-query.ts'
import { type FigureSource, openLedger, type PublicSum } from './figure-source.ts'
import { isByTime, openRelease } from './releases/open-release.ts'
import { monthsOf, type Period, publicPeriod, yearBefore } from './turnover-period.ts'
import type { TurnoverReader } from './turnover-reader.ts'

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
  reader: TurnoverReader
}

export interface TurnoverAnswer extends Period {
  total: TurnoverFigure
  items: TurnoverItem[]
}

/** Of the period, and of the same days a year earlier. */
interface Sources {
  current: FigureSource
  previous: FigureSource
}

const openSources = async (db: Database, question: TurnoverQuestion): Promise<Sources> => {
  const { view, by, from, to, reader } = question
  const { open, asKnownAt: knownAt, release, today } = reader
  const periods = [{ from, to }, yearBefore({ from, to })]
  const [current, previous] = await Promise.all(
    periods.map((period) =>
      open
        ? openLedger(db, { view, by, knownAt, ...period })
        : openRelease(db, { view, by, release, today, ...period }),
    ),
  )
  if (!current || !previous) throw new Error('Two periods have two sources.')
  return { current, previous }
}

/** The name of the period a month falls in, for breakdowns by time; null for the others. */
const periodKey = (by: TurnoverBreakdown, month: CalendarDate): string | null => {
  if (by === 'year') return month.slice(0, 4)
  if (by === 'month') return month.slice(0, 7)
  return by === 'quarter' ? `${month.slice(0, 4)}-Q${Math.ceil(monthOf(month) / 3)}` : null
}

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

/**
 * A figure of any period, view and breakdown, with the same days a year earlier: from the ledger, or for the public from
 * what was released. Refuses the public with `turnover.period_not_public`.
 */
export const computeTurnover = async (db: Database, asked: TurnoverQuestion): Promise<TurnoverAnswer> => {
  const { open, asKnownAt, today } = asked.reader
  const question = open ? asked : { ...asked, ...publicPeriod(asked, today, isByTime(asked.by)) }
  const { view, by } = question
  const { current, previous } = await openSources(db, question)
  const queryOf = (code: string | undefined, period: Period): string | null =>
    open || opensPublicly({ view, by }) ? contractsQueryOf({ view, by, code, ...period, asKnownAt }) : null
  const period = { from: question.from, to: question.to }
  const whole = current.sumOf(null, period)

  const spans = Map.groupBy(monthsOf(period), (month) => periodKey(by, month) ?? '')
  const found = spans.has('') ? [...new Set([...current.codes, ...previous.codes])] : [...spans.keys()]
  const names = by === 'total' ? [] : await codeNames(db, by, found)
  const items = names.map((name): TurnoverItem => {
    const { code } = name
    const span = within(spans.get(code), period)
    const asCode = spans.has(code) ? null : code
    const now = current.sumOf(asCode, span)
    const then = previous.sumOf(asCode, yearBefore(span))
    return { ...name, ...figureOf(now, then, whole), contractsQuery: queryOf(code, span) }
  })
  const wholeBefore = previous.sumOf(null, yearBefore(period))
  return {
    ...period,
    total: { ...figureOf(whole, wholeBefore, whole), contractsQuery: queryOf(undefined, period) },
    items: items.filter((item) => by !== 'subType' || item.contractCount !== 0 || item.code.includes('_')),
  }
}
