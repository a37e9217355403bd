import { inUnitOfWork, refusingOn, type UnitOfWork } from '@market/database'
import type { Actor } from '@market/domain'
import { type Action, authorize } from '@market/domain/policy'
import {
  type RegistrationCommand,
  registrationMachine,
  requireOtherPerson,
} from '@market/domain/registration'
import { requireActor, type ServiceContext } from '../index.ts'
import { requireRegistryOf } from './procedure.ts'
import {
  auditRegistration,
  constraintRefusals,
  lockRegistration,
  type RegistrationChange,
  type RegistrationRecord,
  relationsToRegistration,
  sinceLocked,
  writeRegistration,
} from './records.ts'

interface Step {
  registrationId: string
  command: RegistrationCommand
  /** Past form of the command, for the worker. */
  event: `registration.${string}`
  /** What changes beside the state; may refuse. */
  change: (before: RegistrationRecord, unit: UnitOfWork, actor: Actor) => Promise<RegistrationChange>
  /** What else is written once the record is. */
  follow?: (after: RegistrationRecord, unit: UnitOfWork, actor: Actor) => Promise<void>
}

/** Steps that lead into the register; giving back and refusing is anybody's who may examine. */
export const ENTERING: readonly RegistrationCommand[] = ['accept', 'send_to_review', 'register']

/** The second fence behind the policy: whoever wrote the form does not examine it. Refuses with `registration.examiner_is_filer`. */
export const requireExaminer = ({ filers }: RegistrationRecord, { userId }: Actor): void => {
  for (const filer of filers) requireOtherPerson(userId, filer)
}

/** The common walk of a step to the decision: lock, authorize, state machine, write, trail, event. */
export const stepRegistration = async (
  context: ServiceContext,
  { registrationId, command, event, change, follow }: Step,
): Promise<RegistrationRecord> => {
  const actor = requireActor(context)
  const action = `registration.${command}` satisfies Action
  return refusingOn(constraintRefusals, () =>
    inUnitOfWork(context, async (work) => {
      const before = await lockRegistration(work.tx, registrationId)
      const unit = sinceLocked(work, before)
      authorize(actor, action, relationsToRegistration(actor, before))
      if (command !== 'submit') requireExaminer(before, actor)
      if (ENTERING.includes(command)) requireRegistryOf(actor, before, unit.now)
      const state = registrationMachine.transition(before.state, command)
      const after = await writeRegistration(unit, before, { ...(await change(before, unit, actor)), state })
      await follow?.(after, unit, actor)
      auditRegistration(unit, action, before, after)
      unit.emit({ type: event, subjectId: after.id, payload: { state, contractId: after.contractId } })
      return after
    }),
  )
}
