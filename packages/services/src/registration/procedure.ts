import { type Actor, type CalendarDate, refuse, shanghaiDateOf } from '@market/domain'
import { isLargeContract, type Regime, regimeFor } from '@market/domain/regimes'
import {
  applicantSideOf,
  daysLeft,
  deadlineOf,
  decisionDueOn,
  standsInArea,
} from '@market/domain/registration'
import type { RegistrationRecord } from './records.ts'
import { isWorkingDay } from './working-days.ts'

type Dated = Pick<RegistrationRecord, 'submittedAt' | 'technologyAmountFen'>

/** The rules of procedure: those in force on the day of application, not those of the signing. */
export const procedureRegimeOf = ({ submittedAt }: Pick<Dated, 'submittedAt'>, now: Date): Regime =>
  regimeFor(shanghaiDateOf(submittedAt ?? now))

/** Whether the regime wants a second person to look before a contract of this size is registered. */
export const needsSecondReview = (registration: Dated, now: Date): boolean => {
  const regime = procedureRegimeOf(registration, now)
  return regime.largeContracts.secondReview && isLargeContract(regime, registration.technologyAmountFen)
}

/** The last day for a decision on what is accepted now. */
export const dueOnWhenAccepted = (registration: Dated, acceptedAt: Date): CalendarDate =>
  decisionDueOn(
    procedureRegimeOf(registration, acceptedAt),
    shanghaiDateOf(acceptedAt),
    registration.technologyAmountFen,
    isWorkingDay,
  )

export interface DecisionClock {
  dueOn: CalendarDate
  /** In days of `daysKind`: 0 on the last day, less than 0 once it is over. */
  daysLeft: number
  daysKind: 'working' | 'calendar'
  overdue: boolean
}

/** How long there is still for the decision; null while nobody has to decide. */
export const decisionClockOf = (
  registration: Dated & Pick<RegistrationRecord, 'dueOn' | 'decidedAt'>,
  now: Date,
): DecisionClock | null => {
  const { dueOn, decidedAt, technologyAmountFen } = registration
  if (dueOn === null || decidedAt !== null) return null
  const today = shanghaiDateOf(now)
  const { kind } = deadlineOf(procedureRegimeOf(registration, now), technologyAmountFen)
  return {
    dueOn,
    daysLeft: daysLeft(kind, today, dueOn, isWorkingDay),
    daysKind: kind,
    overdue: dueOn < today,
  }
}

type Applied = Pick<
  RegistrationRecord,
  'submittedAt' | 'sellerCountry' | 'buyerCountry' | 'sellerRegionCode' | 'buyerRegionCode'
>

const applicantRegionOf = (registration: Applied, now: Date): string =>
  applicantSideOf(procedureRegimeOf(registration, now), registration) === 'buyer'
    ? registration.buyerRegionCode
    : registration.sellerRegionCode

/** An agency registers only for applicants of its own region; operator and authority for all. */
export const registersFor = (actor: Actor, registration: Applied, now: Date): boolean => {
  if (actor.organizationKind !== 'agency' || actor.organizationRegionCode === null) return true
  const { withinRegion } = procedureRegimeOf(registration, now).registry
  return !withinRegion || standsInArea(applicantRegionOf(registration, now), actor.organizationRegionCode)
}

/** Refuses with `registration.outside_region`: the operator or the authority has to register this one. */
export const requireRegistryOf = (actor: Actor, registration: Applied, now: Date): void => {
  if (registersFor(actor, registration, now)) return
  throw refuse('forbidden', 'registration.outside_region', {
    applicantRegionCode: applicantRegionOf(registration, now),
    registryRegionCode: actor.organizationRegionCode,
  })
}
