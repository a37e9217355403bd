import { inUnitOfWork, type UnitOfWork } from '@market/database'
import { type Action, authorize, relationsTo } from '@market/domain/policy'
import { type MemberActor, requireMember, type ServiceContext } from '../index.ts'
import {
  type ContractRow,
  contractEvent,
  holdContract,
  stakeholdersOf,
  storeContract,
} from './contract-records.ts'

export interface ContractWork {
  unit: UnitOfWork
  actor: MemberActor
  contract: ContractRow
}

export interface ContractChange {
  changes: Partial<ContractRow>
  event: `contract.${string}`
  /** The step by its own name, with what the contract's row does not show of it; else the action's name stands. */
  trail?: { action: `contract.${string}`; details: object }
  /** What the event tells beside the parties. */
  payload?: Record<string, string | number>
  /** What else follows from it, in the same transaction. */
  effect?: () => Promise<void>
}

/**
 * The common walk of a verb on a contract: hold it, ask the policy, let `decide` say what changes (or refuse),
 * store, audit and tell. One step leaves one entry in the trail, which is also the contract's story.
 */
export const changeContract = (
  context: ServiceContext,
  id: string,
  action: Action & `contract.${string}`,
  decide: (work: ContractWork) => Promise<ContractChange>,
): Promise<ContractRow> => {
  const actor = requireMember(context)
  return inUnitOfWork(context, async (unit) => {
    const before = await holdContract(unit.tx, actor, id)
    authorize(actor, action, relationsTo(actor, stakeholdersOf(before)))
    const { changes, event, trail, payload, effect } = await decide({ unit, actor, contract: before })
    const after = await storeContract(unit, before, changes)
    await effect?.()
    unit.audit({
      action: trail?.action ?? action,
      subjectType: 'contract',
      subjectId: id,
      organizationId: actor.organizationId,
      before,
      after: trail ? { ...after, details: trail.details } : after,
    })
    unit.emit({
      type: event,
      subjectId: id,
      payload: { ...contractEvent(after, actor.organizationId), ...payload },
    })
    return after
  })
}
