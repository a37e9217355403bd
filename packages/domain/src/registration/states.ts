import { type StateMachine, stateMachine } from '../index.ts'

export const REGISTRATION_STATES = [
  'draft',
  'submitted',
  'accepted',
  'correction_requested',
  'under_review',
  'registered',
  'refused',
] as const
export type RegistrationState = (typeof REGISTRATION_STATES)[number]
export type RegistrationCommand =
  | 'submit'
  | 'accept'
  | 'request_correction'
  | 'send_to_review'
  | 'refuse'
  | 'register'

/** Submitting again after a correction is the same command: the clock restarts with it. */
export const registrationMachine: StateMachine<RegistrationState, RegistrationCommand> = stateMachine(
  'registration',
  {
    submit: { from: ['draft', 'correction_requested'], to: 'submitted' },
    accept: { from: ['submitted'], to: 'accepted' },
    request_correction: { from: ['submitted', 'accepted', 'under_review'], to: 'correction_requested' },
    send_to_review: { from: ['accepted'], to: 'under_review' },
    refuse: { from: ['submitted', 'accepted', 'under_review'], to: 'refused' },
    register: { from: ['accepted', 'under_review'], to: 'registered' },
  },
)

/** States in which the filer may still change the form. */
export const EDITABLE_REGISTRATION_STATES = ['draft', 'correction_requested'] as const

export const REGISTRATION_STATUSES = ['valid', 'changed', 'cancelled', 'revoked'] as const
/** What became of a registered contract; the number stays with the record for ever. */
export type RegistrationStatus = (typeof REGISTRATION_STATUSES)[number]
export type RegistrationStatusCommand = 'change' | 'cancel' | 'revoke'

export const registrationStatusMachine: StateMachine<RegistrationStatus, RegistrationStatusCommand> =
  stateMachine('registration', {
    change: { from: ['valid', 'changed'], to: 'changed' },
    cancel: { from: ['valid', 'changed'], to: 'cancelled' },
    revoke: { from: ['valid', 'changed', 'cancelled'], to: 'revoked' },
  })
