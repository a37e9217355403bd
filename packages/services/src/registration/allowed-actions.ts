import type { Actor } from '@market/domain'
import { may } from '@market/domain/policy'
import {
  EDITABLE_REGISTRATION_STATES,
  type RegistrationCommand,
  type RegistrationStatusCommand,
  registrationMachine,
  registrationStatusMachine,
} from '@market/domain/registration'
import { needsSecondReview } from './procedure.ts'
import { type RegistrationRecord, relationsToRegistration } from './records.ts'

const STEPS = [
  'submit',
  'accept',
  'request_correction',
  'send_to_review',
  'refuse',
  'register',
] as const satisfies readonly RegistrationCommand[]
const AMENDMENTS = ['change', 'cancel', 'revoke'] as const satisfies readonly RegistrationStatusCommand[]

export type RegistrationAction =
  `registration.${'edit' | 'discard' | RegistrationCommand | RegistrationStatusCommand}`

const stepFits = (
  record: RegistrationRecord,
  step: RegistrationCommand,
  userId: string,
  now: Date,
): boolean => {
  if (!registrationMachine.allows(record.state, step)) return false
  if (step !== 'register') return true
  if (record.state === 'accepted') return !needsSecondReview(record, now)
  return record.reviewSentBy !== userId
}

const fitting = (record: RegistrationRecord, userId: string, now: Date): RegistrationAction[] => {
  const editable: readonly string[] = EDITABLE_REGISTRATION_STATES
  const { status } = record
  return [
    ...(editable.includes(record.state) ? (['registration.edit'] as const) : []),
    ...(record.state === 'draft' ? (['registration.discard'] as const) : []),
    ...STEPS.filter((step) => stepFits(record, step, userId, now)).map(
      (step) => `registration.${step}` as const,
    ),
    ...AMENDMENTS.filter((step) => status !== null && registrationStatusMachine.allows(status, step)).map(
      (step) => `registration.${step}` as const,
    ),
  ]
}

/** What the reader may do with the record as it stands, by policy and state. */
export const allowedActions = (
  actor: Actor | null,
  record: RegistrationRecord,
  now: Date,
): RegistrationAction[] => {
  if (!actor) return []
  const relations = relationsToRegistration(actor, record)
  return fitting(record, actor.userId, now).filter((action) => may(actor, action, relations))
}
