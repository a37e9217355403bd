import { inUnitOfWork, refusingOn, type UnitOfWork } from '@market/database'
import { refuse } from '@market/domain'
import { type Action, authorize } from '@market/domain/policy'
import { type RegistrationStatusCommand, registrationStatusMachine } from '@market/domain/registration'
import { requireActor, type ServiceContext } from '../index.ts'
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
import { requireExaminer } from './step-registration.ts'
import { writeVersion } from './versions.ts'

interface Amendment {
  registrationId: string
  command: RegistrationStatusCommand
  reason: string
  /** New facts, where there are any; may refuse. */
  change: (before: RegistrationRecord, now: Date) => RegistrationChange
  /** The ledger's side of it. */
  book: (tx: UnitOfWork['tx'], after: RegistrationRecord, now: Date) => Promise<void>
}

const ENTRIES = { change: 'changed', cancel: 'cancelled', revoke: 'revoked' } as const

/** The common walk of what happens to a registered record: next version, ledger and trail in one transaction. */
export const amendRegister = async (
  context: ServiceContext,
  { registrationId, command, reason, change, book }: Amendment,
): Promise<RegistrationRecord> => {
  const actor = requireActor(context)
  const action = `registration.${command}` satisfies Action
  const entry = ENTRIES[command]
  return refusingOn(constraintRefusals, () =>
    inUnitOfWork(context, async (work) => {
      const before = await lockRegistration(work.tx, registrationId)
      const unit = sinceLocked(work, before)
      const { tx, now } = unit
      authorize(actor, action, relationsToRegistration(actor, before))
      requireExaminer(before, actor)
      if (before.status === null) {
        throw refuse('conflict', 'registration.wrong_state', { state: before.state, allowed: ['registered'] })
      }
      const status = registrationStatusMachine.transition(before.status, command)
      const version = before.version + 1
      const after = await writeRegistration(unit, before, { ...change(before, now), status, version })
      await writeVersion(tx, after, { entry, reason, recordedBy: actor.userId }, now)
      await book(tx, after, now)
      auditRegistration(unit, action, before, after, reason)
      unit.emit({ type: `registration.${entry}`, subjectId: after.id, payload: { status } })
      return after
    }),
  )
}
