import { inUnitOfWork } from '@market/database'
import { refuse } from '@market/domain'
import { authorize } from '@market/domain/policy'
import { requireActor, type ServiceContext } from '../index.ts'
import { NOBODY, requireWaiting } from './assign-registration.ts'
import {
  auditRegistration,
  lockRegistration,
  type RegistrationRecord,
  relationsToRegistration,
  writeRegistration,
} from './records.ts'

/** Puts it back into everybody's queue. Refuses with `registration.not_assigned` or `registration.wrong_state`. */
export const unassignRegistration = async (
  context: ServiceContext,
  registrationId: string,
): Promise<RegistrationRecord> => {
  const actor = requireActor(context)
  return inUnitOfWork(context, async (unit) => {
    const before = await lockRegistration(unit.tx, registrationId)
    authorize(actor, 'registration.unassign', relationsToRegistration(actor, before))
    requireWaiting(before)
    if (before.assignedTo === null) throw refuse('conflict', 'registration.not_assigned')
    const after = await writeRegistration(unit, before, NOBODY)
    auditRegistration(unit, 'registration.unassign', before, after)
    return after
  })
}
