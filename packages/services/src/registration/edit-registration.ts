import { inUnitOfWork, refusingOn } from '@market/database'
import { refuse } from '@market/domain'
import { authorize } from '@market/domain/policy'
import { regimeFor } from '@market/domain/regimes'
import { EDITABLE_REGISTRATION_STATES, fingerprint } from '@market/domain/registration'
import { requireActor, type ServiceContext } from '../index.ts'
import { corrected, formOf, type RegistrationFormChange } from './form.ts'
import {
  auditRegistration,
  constraintRefusals,
  lockRegistration,
  type RegistrationRecord,
  relationsToRegistration,
  writeRegistration,
} from './records.ts'

export interface EditRegistrationInput extends RegistrationFormChange {
  registrationId: string
  /** The one the editor read. */
  revision: number
}

/** With one more hand in the form. */
export const filersWith = ({ filers }: RegistrationRecord, userId: string): string[] => [
  ...new Set([...filers, userId]),
]

const assertEditable = ({ state }: RegistrationRecord) => {
  const allowed: readonly string[] = EDITABLE_REGISTRATION_STATES
  if (!allowed.includes(state)) throw refuse('conflict', 'registration.wrong_state', { state, allowed })
}

/**
 * Corrects the form while it is the agency's to write; it may be saved incomplete. Refuses with
 * `registration.wrong_state`, `registration.changed_meanwhile` or `registration.duplicate`.
 */
export const editRegistration = async (
  context: ServiceContext,
  { registrationId, revision, ...corrections }: EditRegistrationInput,
): Promise<RegistrationRecord> => {
  const actor = requireActor(context)
  return refusingOn(constraintRefusals, () =>
    inUnitOfWork(context, async (unit) => {
      const before = await lockRegistration(unit.tx, registrationId)
      authorize(actor, 'registration.edit', relationsToRegistration(actor, before))
      assertEditable(before)
      if (before.revision !== revision) throw refuse('conflict', 'registration.changed_meanwhile')
      const form = corrected(formOf(before), corrections)
      const after = await writeRegistration(unit, before, {
        ...form,
        regimeKey: regimeFor(form.signedOn).key,
        fingerprint: fingerprint({ ...before, ...form }),
        filers: filersWith(before, actor.userId),
      })
      auditRegistration(unit, 'registration.edit', before, after)
      return after
    }),
  )
}
