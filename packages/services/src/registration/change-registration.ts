import { refuse, refuseFields, shanghaiDateOf } from '@market/domain'
import { regimeFor } from '@market/domain/regimes'
import { fingerprint, registrationProblems } from '@market/domain/registration'
import { requireActor, type ServiceContext } from '../index.ts'
import { amendRegister } from './amend-register.ts'
import { corrected, differingFields, formOf, type RegistrationFormChange } from './form.ts'
import { bookChanged } from './ledger.ts'
import { needsSecondReview } from './procedure.ts'
import type { RegistrationChange, RegistrationRecord } from './records.ts'

export interface ChangeRegistrationInput extends RegistrationFormChange {
  registrationId: string
  reason: string
  /** The one the editor read; left out, whatever stands is changed. */
  version?: number | undefined
}

/** Two people stand behind a large amount: whoever raises it is not the one who registered the contract. */
const requireSecondPerson = (
  before: RegistrationRecord,
  raisedFen: number,
  userId: string,
  now: Date,
): void => {
  const raised = raisedFen > before.technologyAmountFen
  if (!raised || before.decidedBy !== userId) return
  if (!needsSecondReview({ ...before, technologyAmountFen: raisedFen }, now)) return
  throw refuse('forbidden', 'registration.same_reviewer')
}

/** Two registrars cannot overwrite each other unseen. */
const requireVersionRead = (before: RegistrationRecord, read: number | undefined): void => {
  if (read !== undefined && read !== before.version)
    throw refuse('conflict', 'registration.changed_meanwhile')
}

/** Of a contract registered elsewhere only the day of its registration is known. */
const appliedOnOf = ({ submittedAt, registeredOn }: RegistrationRecord, now: Date): string =>
  submittedAt === null && registeredOn !== null ? registeredOn : shanghaiDateOf(submittedAt ?? now)

/** The changed facts are judged as of the day the contract was applied for, not of the change. */
const changedFacts = (
  before: RegistrationRecord,
  changes: RegistrationFormChange,
  { now, userId }: { now: Date; userId: string },
): RegistrationChange => {
  const form = corrected(formOf(before), changes)
  if (differingFields(formOf(before), form).length === 0) {
    throw refuseFields('registration.nothing_changed', [])
  }
  requireSecondPerson(before, form.technologyAmountFen, userId, now)
  const problems = registrationProblems(form, appliedOnOf(before, now))
  if (problems.length > 0) throw refuseFields('registration.invalid', problems)
  return {
    ...form,
    regimeKey: regimeFor(form.signedOn).key,
    fingerprint: fingerprint({ ...before, ...form }),
  }
}

/**
 * Enters changed facts as a new version; the ledger takes the old entry back and books the new one on the same business
 * date. Refuses with `registration.nothing_changed`, `registration.invalid`, `registration.duplicate`,
 * `registration.changed_meanwhile` (another version than the editor read), `registration.same_reviewer` (a large amount
 * has two people behind it) or `registration.wrong_state`.
 */
export const changeRegistration = (
  context: ServiceContext,
  { registrationId, reason, version, ...changes }: ChangeRegistrationInput,
): Promise<RegistrationRecord> =>
  amendRegister(context, {
    registrationId,
    command: 'change',
    reason,
    change: (before, now) => {
      requireVersionRead(before, version)
      return changedFacts(before, changes, { now, userId: requireActor(context).userId })
    },
    book: bookChanged,
  })
