import {
  addDays,
  addMonths,
  addYears,
  type CalendarDate,
  refuse,
  shanghaiDateOf,
  shanghaiMidnightOf,
  yearOf,
} from '@market/domain'

export interface Period {
  from: CalendarDate
  to: CalendarDate
}

export const firstOfMonth = (date: CalendarDate): CalendarDate => `${date.slice(0, 7)}-01`
const lastOfMonth = (date: CalendarDate): CalendarDate => addDays(addMonths(firstOfMonth(date), 1), -1)

export const yearPeriod = (first: number, last: number = first): Period => ({
  from: `${first}-01-01`,
  to: `${last}-12-31`,
})

/** The same days a year earlier; the end of a month stays its end. */
export const yearBefore = ({ from, to }: Period): Period => ({
  from: addYears(from, -1),
  to: addDays(addYears(addDays(to, 1), -1), -1),
})

/**
 * Single days would uncover single contracts by subtraction, so the public reads whole months; the running one counts
 * as whole. Refuses with `turnover.period_not_public`.
 */
export const publicPeriod = ({ from, to }: Period, today: CalendarDate): Period => {
  const end = to >= today ? lastOfMonth(to) : to
  if (from !== firstOfMonth(from) || end !== lastOfMonth(end)) {
    throw refuse('invalid', 'turnover.period_not_public', { from: firstOfMonth(from), to: lastOfMonth(to) })
  }
  return { from, to: end }
}

/**
 * Two instants around one registration would tell its amount, so the public looks back to beginnings of months in
 * Asia/Shanghai alone: any other past instant is answered as known at the beginning of its month.
 */
export const publicInstant = (asked: Date | undefined, now: Date): Date | undefined =>
  asked && asked < now ? shanghaiMidnightOf(firstOfMonth(shanghaiDateOf(asked))) : undefined

/** First days of the months a period touches. */
export const monthsOf = ({ from, to }: Period): CalendarDate[] => {
  const months: CalendarDate[] = []
  for (let month = firstOfMonth(from); month <= to; month = addMonths(month, 1)) months.push(month)
  return months
}

export const yearsOf = ({ from, to }: Period): number[] =>
  Array.from({ length: yearOf(to) - yearOf(from) + 1 }, (_, index) => yearOf(from) + index)
