import type { PatentRightKind, RightKind } from '../codes/index.ts'
import { addDays, addYears, type CalendarDate } from '../index.ts'

// Patent Law 2020 art. 42 lengthened designs for applications from this day on.
const LONGER_DESIGNS_SINCE = '2021-06-01'

const termYears = (kind: PatentRightKind, filedOn: CalendarDate): number => {
  if (kind === 'invention_patent') return 20
  if (kind === 'utility_model') return 10
  return filedOn < LONGER_DESIGNS_SINCE ? 10 : 15
}

/** The last day a patent can protect: its term runs from the filing date (Patent Law art. 42). */
export const patentExpiry = (kind: PatentRightKind, filedOn: CalendarDate): CalendarDate =>
  addDays(addYears(filedOn, termYears(kind, filedOn)), -1)

export const isPatentKind = (kind: RightKind): kind is PatentRightKind =>
  kind === 'invention_patent' || kind === 'utility_model' || kind === 'design_patent'

/** The last day of protection of a right; null where law sets none from the filing date. */
export const rightExpiry = (kind: RightKind, filedOn: CalendarDate | null): CalendarDate | null =>
  isPatentKind(kind) && filedOn !== null ? patentExpiry(kind, filedOn) : null
