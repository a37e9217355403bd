import type { CalendarDate } from '@market/domain'
// The package's own functions read the machine's time zone; its table does not.
import calendar from 'chinese-days/dist/chinese-days.json' with { type: 'json' }

const holidays: ReadonlySet<string> = new Set(Object.keys(calendar.holidays))
const makeUpDays: ReadonlySet<string> = new Set(Object.keys(calendar.workdays))

/** By the State Council's calendar; in a year it has not announced yet, Monday to Friday. */
export const isWorkingDay = (date: CalendarDate): boolean => {
  if (makeUpDays.has(date)) return true
  if (holidays.has(date)) return false
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6
}
