import { type CalendarDate, daysBetween } from '../index.ts'

/** Days before (positive) and after (negative) the due date on which the payer is reminded. */
const REMIND_AT = [7, 1, 0, -1, -7, -14, -30] as const

/** Days left on a day somebody is to be reminded on; null on every other day. */
export const reminderOn = (dueOn: CalendarDate, today: CalendarDate): number | null => {
  const daysLeft = daysBetween(today, dueOn)
  return REMIND_AT.some((day) => day === daysLeft) ? daysLeft : null
}

/** How far around today due dates are looked at. */
export const REMINDER_SPAN = { before: 7, after: 30 } as const
