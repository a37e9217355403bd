import type { RightKind } from '../codes/index.ts'
import { addMonths, addYears, type CalendarDate, daysBetween, yearOf } from '../index.ts'
import { isPatentKind } from '../listings/index.ts'
import { patentRulesFor } from '../regimes/index.ts'

export const FEE_STAGES = ['upcoming', 'due_soon', 'in_grace', 'missed'] as const
export type FeeStage = (typeof FEE_STAGES)[number]

export interface FeeFacts {
  kind: RightKind
  filedOn: CalendarDate | null
  grantedOn: CalendarDate | null
  expiresOn: CalendarDate | null
  /** The last patent year whose fee is known to be paid; null when nobody has recorded it. */
  feePaidYear: number | null
}

export interface NextFee {
  /** Counted from the filing date; the fee of a year is due before it begins. */
  patentYear: number
  dueOn: CalendarDate
  /** Last day on which it can still be paid, with a surcharge. */
  graceEndsOn: CalendarDate
  /** Percent of the annual fee, for each full month since the day it was due. */
  surchargePercent: number
  stage: FeeStage
  /** False when the last payment is not recorded and the date is merely the next one in the calendar. */
  recorded: boolean
}

const SOON_DAYS = 60

const fullMonths = (from: CalendarDate, to: CalendarDate, atMost: number): number => {
  let months = 0
  while (months < atMost && addMonths(from, months + 1) <= to) months += 1
  return months
}

/** A fee whose payment nobody recorded is taken to be the next in the calendar; its year counts from the filing. */
const assumedYear = (filedOn: CalendarDate, today: CalendarDate): number => {
  const years = Math.max(1, yearOf(today) - yearOf(filedOn))
  return addYears(filedOn, years) < today ? years + 2 : years + 1
}

const stageOf = (dueOn: CalendarDate, graceEndsOn: CalendarDate, today: CalendarDate): FeeStage => {
  if (today > graceEndsOn) return 'missed'
  if (today > dueOn) return 'in_grace'
  return daysBetween(today, dueOn) <= SOON_DAYS ? 'due_soon' : 'upcoming'
}

/**
 * The next annual fee of a granted patent, due on the day of its filing before the patent year begins, with six months'
 * grace (implementing rules, rule 115). Null where none falls due any more, and for every other right.
 */
export const nextFeeOf = (facts: FeeFacts, today: CalendarDate): NextFee | null => {
  const { kind, filedOn, grantedOn, expiresOn, feePaidYear } = facts
  if (!isPatentKind(kind) || filedOn === null || grantedOn === null) return null
  const recorded = feePaidYear !== null
  const patentYear = recorded ? feePaidYear + 1 : assumedYear(filedOn, today)
  const dueOn = addYears(filedOn, patentYear - 1)
  if (expiresOn !== null && dueOn > expiresOn) return null
  const { graceMonths, surchargePercentPerMonth } = patentRulesFor(filedOn).fees
  const graceEndsOn = addMonths(dueOn, graceMonths)
  const late = today > dueOn ? fullMonths(dueOn, today, graceMonths) : 0
  return {
    patentYear,
    dueOn,
    graceEndsOn,
    surchargePercent: late * surchargePercentPerMonth,
    stage: stageOf(dueOn, graceEndsOn, today),
    recorded,
  }
}
