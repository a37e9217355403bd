import { addDays, addMonths, addYears, type CalendarDate, refuse } from '@market/domain'

export interface Period {
  from: CalendarDate
  to: CalendarDate
}

export const firstOfMonth = (date: CalendarDate): CalendarDate => `${date.slice(0, 7)}-01`
const lastOfMonth = (date: CalendarDate): CalendarDate => addDays(addMonths(firstOfMonth(date), 1), -1)

const firstOfYear = (date: CalendarDate): CalendarDate => `${date.slice(0, 4)}-01-01`
const lastOfYear = (date: CalendarDate): CalendarDate => `${date.slice(0, 4)}-12-31`

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
 * What was released are months, quarters and years by time, and years by everything else; the running month and year
 * count as whole. Refuses with `turnover.period_not_public`.
 */
export const publicPeriod = ({ from, to }: Period, today: CalendarDate, byTime: boolean): Period => {
  const [first, last] = byTime ? [firstOfMonth, lastOfMonth] : [firstOfYear, lastOfYear]
  const end = last(to) >= today && (byTime ? to : lastOfMonth(to)) >= today ? last(to) : to
  if (from !== first(from) || end !== last(end)) {
    throw refuse('invalid', 'turnover.period_not_public', { from: first(from), to: last(to) })
  }
  return { from, to: end }
}

/** First days of the months a period touches. */
export const monthsOf = ({ from, to }: Period): CalendarDate[] => {
  const months: CalendarDate[] = []
  for (let month = firstOfMonth(from); month <= to; month = addMonths(month, 1)) months.push(month)
  return months
}
