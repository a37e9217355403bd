import {
  addDays,
  type CalendarDate,
  compareDates,
  daysBetween,
  shanghaiDateOf,
  shanghaiMidnightOf,
  yearOf,
} from '@market/domain'

/** The year and day for which the latest deals and requests are written. */
const WRITTEN_YEAR_BEGINS = '2026-01-01'
const WRITTEN_UNTIL = '2026-11-20'

/**
 * From written days to real ones: what is written for this year is drawn together into the part of the year that has
 * passed, in the same order, so that the demonstration never lies in the future. Earlier days stay as they are.
 */
export const createDemoCalendar = (asOf: Date): ((written: CalendarDate) => CalendarDate) => {
  const yesterday = addDays(shanghaiDateOf(asOf), -1)
  if (compareDates(yesterday, WRITTEN_YEAR_BEGINS) < 0) {
    throw new Error(`The demonstration is written for ${WRITTEN_YEAR_BEGINS} and later; check the clock.`)
  }
  const yearBegins = `${yearOf(yesterday)}-01-01`
  if (yearBegins === WRITTEN_YEAR_BEGINS && compareDates(yesterday, WRITTEN_UNTIL) >= 0) return (date) => date
  const share = daysBetween(yearBegins, yesterday) / daysBetween(WRITTEN_YEAR_BEGINS, WRITTEN_UNTIL)
  return (date) => {
    const days = daysBetween(WRITTEN_YEAR_BEGINS, date)
    return days < 0
      ? date
      : addDays(yearBegins, Math.min(Math.floor(days * share), daysBetween(yearBegins, yesterday)))
  }
}

/** The same day, or the Friday before a weekend: offices are closed. */
export const onWorkday = (date: CalendarDate): CalendarDate => {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
  if (weekday === 0) return addDays(date, -2)
  return weekday === 6 ? addDays(date, -1) : date
}

/** Minutes after nine in the morning, Shanghai time. */
export const instantOn = (date: CalendarDate, minutesAfterNine: number): Date =>
  new Date(shanghaiMidnightOf(date).getTime() + (9 * 60 + minutesAfterNine) * 60_000)
