import { addDays, addMonths, type CalendarDate } from '@market/domain'

/** Periods that are over and can be closed: the last months, quarters and years before today, newest first. */
export function closablePeriods(today: CalendarDate, published: readonly string[]): string[] {
  const thisMonth = `${today.slice(0, 7)}-01`
  const months = back(thisMonth, 1, 12).map((first) => first.slice(0, 7))
  const quarters = back(firstOfQuarter(today), 3, 4).map(quarterOf)
  const years = back(`${today.slice(0, 4)}-01-01`, 12, 3).map((first) => first.slice(0, 4))
  return [...months, ...quarters, ...years].filter((period) => !published.includes(period))
}

/** First days of the periods before `first`, each so many months long. */
const back = (first: CalendarDate, months: number, count: number): CalendarDate[] =>
  Array.from({ length: count }, (_, index) => addMonths(first, -months * (index + 1)))

const firstOfQuarter = (day: CalendarDate): CalendarDate => {
  const month = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1
  return `${day.slice(0, 4)}-${String(month).padStart(2, '0')}-01`
}

const quarterOf = (first: CalendarDate): string =>
  `${first.slice(0, 4)}-Q${Math.ceil(Number(first.slice(5, 7)) / 3)}`

/** First and last day of a period that `closablePeriods` names. */
export function spanOf(period: string): { from: CalendarDate; to: CalendarDate } {
  const [year = period, part] = period.split('-')
  if (part === undefined) return { from: `${year}-01-01`, to: `${year}-12-31` }
  const quarter = part.startsWith('Q')
  const month = quarter ? Number(part.slice(1)) * 3 - 2 : Number(part)
  const from = `${year}-${String(month).padStart(2, '0')}-01`
  return { from, to: addDays(addMonths(from, quarter ? 3 : 1), -1) }
}
