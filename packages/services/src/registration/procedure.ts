import { type CalendarDate, shanghaiDateOf } from '@market/domain'
import { isLargeContract, type Regime, regimeFor } from '@market/domain/regimes'
import { decisionDueOn } from '@market/domain/registration'
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

/** The day by which the regime wants a decision; null while nobody has to decide. */
export const dueOnOf = (
  registration: Dated & Pick<RegistrationRecord, 'acceptedAt' | 'decidedAt'>,
): CalendarDate | null => {
  const { acceptedAt, decidedAt, technologyAmountFen } = registration
  if (acceptedAt === null || decidedAt !== null) return null
  const regime = procedureRegimeOf(registration, acceptedAt)
  return decisionDueOn(regime, shanghaiDateOf(acceptedAt), technologyAmountFen, isWorkingDay)
}
