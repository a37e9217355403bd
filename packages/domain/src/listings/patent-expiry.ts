import { PATENT_RIGHT_KINDS, type PatentRightKind, type RightKind } from '../codes/index.ts'
import { addDays, addYears, type CalendarDate } from '../index.ts'
import { patentRulesFor } from '../regimes/index.ts'

/**
 * The last day a patent can protect: its term runs from the filing date (Patent Law art. 42), longer by the days of a
 * recorded compensation.
 */
export const patentExpiry = (
  kind: PatentRightKind,
  filedOn: CalendarDate,
  compensationDays = 0,
): CalendarDate => addDays(addYears(filedOn, patentRulesFor(filedOn).terms.years[kind]), compensationDays - 1)

export const isPatentKind = (kind: RightKind): kind is PatentRightKind =>
  PATENT_RIGHT_KINDS.some((patent) => patent === kind)

/** Whether its number is one the patent office gives: an application keeps it when it becomes a patent. */
export const hasPatentNumber = (kind: RightKind): boolean =>
  isPatentKind(kind) || kind === 'patent_application'

/** The last day of protection of a right; null where law sets none from the filing date. */
export const rightExpiry = (
  kind: RightKind,
  filedOn: CalendarDate | null,
  compensationDays = 0,
): CalendarDate | null =>
  isPatentKind(kind) && filedOn !== null ? patentExpiry(kind, filedOn, compensationDays) : null
