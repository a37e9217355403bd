import { requireKnownReasons } from '@market/domain/registration'
import type { ServiceContext } from '../index.ts'
import { procedureRegimeOf } from './procedure.ts'
import type { RegistrationRecord } from './records.ts'
import { stepRegistration } from './step-registration.ts'

export interface RefuseRegistrationInput {
  registrationId: string
  reasons: { code: string; words: string }[]
}

/**
 * Ends the filing with the regime's listed reasons, which the agency reads as a to-do list; the contract may then be
 * filed anew. Refuses with `registration.reasons_invalid` what the regime does not list.
 */
export const refuseRegistration = (
  context: ServiceContext,
  { registrationId, reasons }: RefuseRegistrationInput,
): Promise<RegistrationRecord> =>
  stepRegistration(context, {
    registrationId,
    command: 'refuse',
    event: 'registration.refused',
    change: async (before, { now }, { userId }) => {
      requireKnownReasons(procedureRegimeOf(before, now), reasons)
      return { refusalReasons: reasons, decidedAt: now, decidedBy: userId }
    },
  })
