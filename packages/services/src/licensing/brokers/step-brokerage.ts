import { inUnitOfWork, type UnitOfWork } from '@market/database'
import { type Action, authorize, relationsTo } from '@market/domain/policy'
import { type MemberActor, requireMember, type ServiceContext } from '../../index.ts'
import {
  type BrokerageRow,
  brokerageEvent,
  brokerageStakeholders,
  type HeldBrokerage,
  holdBrokerage,
} from './brokerage-records.ts'

interface BrokerageStep {
  action: Action & `brokerage.${string}`
  event: string
  move: (unit: UnitOfWork, held: HeldBrokerage, actor: MemberActor) => Promise<BrokerageRow>
}

/** The common walk of the verbs that answer or end a brokerage. */
export const stepBrokerage = (
  context: ServiceContext,
  id: string,
  { action, event, move }: BrokerageStep,
): Promise<BrokerageRow> => {
  const actor = requireMember(context)
  return inUnitOfWork(context, async (unit) => {
    const held = await holdBrokerage(unit.tx, id)
    const { brokerage: before, request } = held
    authorize(actor, action, relationsTo(actor, brokerageStakeholders(before, request)))
    const after = await move(unit, held, actor)
    unit.audit({
      action,
      subjectType: 'brokerage',
      subjectId: id,
      organizationId: actor.organizationId,
      before,
      after,
    })
    const payload = brokerageEvent({ brokerage: after, request }, actor.organizationId)
    unit.emit({ type: event, subjectId: id, payload })
    return after
  })
}
