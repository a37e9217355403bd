import { addDays, type CalendarDate } from '../index.ts'

/** Below this many visitors in a week a count is told to the owner alone: it might point to a person. */
export const PUBLIC_VISITORS_FROM = 10

const DAYS = 7
/** 1970-01-01 was a Thursday. */
const MONDAY_OFFSET = 3

/** The Monday of a day's week. */
export const weekOf = (date: CalendarDate): CalendarDate => {
  const days = Date.parse(`${date}T00:00:00Z`) / 86_400_000
  return addDays(date, -((days + MONDAY_OFFSET) % DAYS))
}
