import type { Actor } from '@market/domain'
import { may } from '@market/domain/policy'
import {
  EDITABLE_REGISTRATION_STATES,
  type RegistrationCommand,
  type RegistrationStatusCommand,
  registrationMachine,
  registrationStatusMachine,
} from '@market/domain/registration'
import { EXAMINED_STATES } from './checklist.ts'
import { needsSecondReview, registersFor } from './procedure.ts'
import { type RegistrationRecord, relationsToRegistration } from './records.ts'
import { ENTERING } from './step-registration.ts'
import { WAITING_STATES } from './view.ts'

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
  `registration.${'file' | 'edit' | 'discard' | 'assign' | 'unassign' | 'tick_checklist' | RegistrationCommand | RegistrationStatusCommand}`

const stepFits = (
  record: RegistrationRecord,
  step: RegistrationCommand,
  actor: Actor,
  now: Date,
): boolean => {
  if (!registrationMachine.allows(record.state, step)) return false
  if (ENTERING.includes(step) && !registersFor(actor, record, now)) return false
  if (step !== 'register') return true
  if (record.state === 'accepted') return !needsSecondReview(record, now)
  return record.reviewSentBy !== actor.userId
}

const fitting = (record: RegistrationRecord, actor: Actor, now: Date): RegistrationAction[] => {
  const editable: readonly string[] = EDITABLE_REGISTRATION_STATES
  const waiting: readonly string[] = WAITING_STATES
  const examined: readonly string[] = EXAMINED_STATES
  const { status } = record
  return [
    ...(editable.includes(record.state) ? (['registration.edit'] as const) : []),
    ...(record.state === 'draft' ? (['registration.discard'] as const) : []),
    ...(record.state === 'refused' && record.contractId !== null ? (['registration.file'] as const) : []),
    ...STEPS.filter((step) => stepFits(record, step, actor, now)).map(
      (step) => `registration.${step}` as const,
    ),
    ...(waiting.includes(record.state) ? (['registration.assign'] as const) : []),
    ...(examined.includes(record.state) ? (['registration.tick_checklist'] as const) : []),
    ...(waiting.includes(record.state) && record.assignedTo !== null
      ? (['registration.unassign'] as const)
      : []),
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
  return fitting(record, actor, now).filter((action) => may(actor, action, relations))
}
