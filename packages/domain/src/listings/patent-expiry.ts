import type { PatentRightKind, RightKind } from '../codes/index.ts'
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
  kind === 'invention_patent' || kind === 'utility_model' || kind === 'design_patent'

/** The last day of protection of a right; null where law sets none from the filing date. */
export const rightExpiry = (
  kind: RightKind,
  filedOn: CalendarDate | null,
  compensationDays = 0,
): CalendarDate | null =>
  isPatentKind(kind) && filedOn !== null ? patentExpiry(kind, filedOn, compensationDays) : null
