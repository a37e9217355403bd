export type { Actor, ActorSession, OrganizationKind, OrganizationState, Role } from './shared/actor.ts'
export { ORGANIZATION_KINDS, ORGANIZATION_STATES, ROLES } from './shared/actor.ts'
export type { CalendarDate } from './shared/calendar-date.ts'
export {
  addDays,
  addMonths,
  addYears,
  compareDates,
  daysBetween,
  isCalendarDate,
  monthOf,
  shanghaiDateOf,
  shanghaiMidnightOf,
  shanghaiMinuteOf,
  yearOf,
} from './shared/calendar-date.ts'
export { fenInCapitals } from './shared/capital-numerals.ts'
export type { Clock } from './shared/clock.ts'
export type { IdSource } from './shared/id-source.ts'
export type { Locale } from './shared/locale.ts'
export { LOCALES } from './shared/locale.ts'
export type { Fen, MoneyUnit } from './shared/money.ts'
export { formatFen, formatYuan, formatYuanInTable, isFen, parseYuanToFen, sumFen } from './shared/money.ts'
export type { FieldProblem, RefusalKind } from './shared/refusal.ts'
export { isRefusal, Refusal, refuse, refuseFields } from './shared/refusal.ts'
export { isBlank, missingTexts, required } from './shared/required.ts'
export type { ChangesState, ReviewedText, ReviewedTexts, TextCommand } from './shared/reviewed-text.ts'
export { reviewedTexts, TEXT_COMMANDS } from './shared/reviewed-text.ts'
export type { StateMachine, Transitions } from './shared/state-machine.ts'
export { stateMachine } from './shared/state-machine.ts'
export { visibleText } from './shared/visible-text.ts'
