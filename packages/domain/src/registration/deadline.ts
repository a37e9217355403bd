import { addDays, type CalendarDate, daysBetween } from '../index.ts'
import { type Deadline, isLargeContract, type Regime } from '../regimes/index.ts'

/** Whether a day counts, make-up workdays included; the caller's calendar says. */
export type IsWorkingDay = (date: CalendarDate) => boolean

/** The deadline a contract of this size has under a regime. */
export const deadlineOf = (regime: Regime, technologyAmountFen: number): Deadline =>
  (isLargeContract(regime, technologyAmountFen) ? regime.largeContracts.deadline : null) ?? regime.decision

/** The last day for a decision, counted from the day after acceptance. */
export const decisionDueOn = (
  regime: Regime,
  acceptedOn: CalendarDate,
  technologyAmountFen: number,
  isWorkingDay: IsWorkingDay,
): CalendarDate => {
  const { days, kind } = deadlineOf(regime, technologyAmountFen)
  if (kind === 'calendar') return addDays(acceptedOn, days)
  let date = acceptedOn
  for (let counted = 0; counted < days; ) {
    date = addDays(date, 1)
    if (isWorkingDay(date)) counted += 1
  }
  return date
}

const workingDaysAfter = (from: CalendarDate, to: CalendarDate, isWorkingDay: IsWorkingDay): number => {
  let counted = 0
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) if (isWorkingDay(date)) counted += 1
  return counted
}

/** Days still to come, as the deadline counts them: 0 on the last day, less than 0 once it is over. */
export const daysLeft = (
  kind: Deadline['kind'],
  today: CalendarDate,
  dueOn: CalendarDate,
  isWorkingDay: IsWorkingDay,
): number => {
  if (kind === 'calendar') return daysBetween(today, dueOn)
  if (today <= dueOn) return workingDaysAfter(today, dueOn, isWorkingDay)
  // Over is over, on a holiday too.
  return -Math.max(1, workingDaysAfter(dueOn, today, isWorkingDay))
}
