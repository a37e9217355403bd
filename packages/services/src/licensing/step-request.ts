import { inUnitOfWork, type UnitOfWork } from '@market/database'
import type { RequestCommand } from '@market/domain/licensing'
import { type Action, authorize } from '@market/domain/policy'
import { requireMember, type ServiceContext } from '../index.ts'
import {
  holdRequest,
  moveRequest,
  type RequestRow,
  relationsToRequest,
  requestEvent,
} from './request-records.ts'

interface RequestStep {
  action: Action & `request.${string}`
  command: RequestCommand
  event: string
  changes?: (request: RequestRow, now: Date) => Parameters<typeof moveRequest>[3]
  /** What else the step brings about, in the same transaction. */
  effect?: (unit: UnitOfWork, before: RequestRow) => Promise<void>
}

/** The common walk of a verb that moves a request to another state and nothing else of its own. */
export const stepRequest = (context: ServiceContext, id: string, step: RequestStep): Promise<RequestRow> => {
  const actor = requireMember(context)
  return inUnitOfWork(context, async (unit) => {
    const before = await holdRequest(unit.tx, actor, id)
    authorize(actor, step.action, await relationsToRequest(unit.tx, actor, before))
    const after = await moveRequest(unit, before, step.command, step.changes?.(before, unit.now))
    unit.audit({
      action: step.action,
      subjectType: 'request',
      subjectId: id,
      organizationId: actor.organizationId,
      before,
      after,
    })
    unit.emit({ type: step.event, subjectId: id, payload: requestEvent(after, actor.organizationId) })
    await step.effect?.(unit, before)
    return after
  })
}
