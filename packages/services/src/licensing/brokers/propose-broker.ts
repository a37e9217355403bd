import { inUnitOfWork, refusingOn, type Transaction } from '@market/database'
import { brokerages, organizations } from '@market/database/schema'
import { type FieldProblem, refuse, refuseFields } from '@market/domain'
import {
  BROKER_KINDS,
  type Commission,
  commissionProblems,
  requireBrokerable,
} from '@market/domain/licensing'
import { authorize } from '@market/domain/policy'
import { eq } from 'drizzle-orm'
import { requireMember, type ServiceContext } from '../../index.ts'
import { holdRequest, type RequestRow, relationsToRequest } from '../request-records.ts'
import { type BrokerageRow, brokerageEvent } from './brokerage-records.ts'

export interface ProposeBrokerInput {
  requestId: string
  /** The broker: a verified agency or provider that is no side of the deal. */
  organizationId: string
  commission: Commission
  /** What the broker is to do. */
  words: string
}

const brokerProblems = async (
  tx: Transaction,
  request: RequestRow,
  organizationId: string,
): Promise<FieldProblem[]> => {
  const [broker] = await tx.select().from(organizations).where(eq(organizations.id, organizationId))
  const isSide = [request.ownerId, request.requesterId].includes(organizationId)
  const fits = broker?.state === 'verified' && BROKER_KINDS.includes(broker.kind) && !isSide
  return fits ? [] : [{ path: 'organizationId', code: 'brokerage.not_a_broker' }]
}

const proposedAlready = () => refuse('conflict', 'brokerage.proposed_already')

/**
 * One side proposes a broker and the commission. The broker joins the talks once they and the other side agree. Refuses
 * with `request.wrong_state`, `brokerage.invalid` (field by field) and `brokerage.proposed_already`.
 */
export const proposeBroker = (context: ServiceContext, input: ProposeBrokerInput): Promise<BrokerageRow> => {
  const actor = requireMember(context)
  const { requestId, organizationId, commission } = input
  return refusingOn({ brokerages_one_live: proposedAlready }, () =>
    inUnitOfWork(context, async (unit) => {
      const request = await holdRequest(unit.tx, actor, requestId)
      authorize(actor, 'brokerage.propose', await relationsToRequest(unit.tx, actor, request))
      requireBrokerable(request.state)
      const problems = [
        ...(await brokerProblems(unit.tx, request, organizationId)),
        ...commissionProblems(commission),
      ]
      if (problems.length > 0) throw refuseFields('brokerage.invalid', problems)
      const [brokerage] = await unit.tx
        .insert(brokerages)
        .values({
          ...{ id: context.ids.next(), requestId, organizationId, commission },
          words: input.words.trim(),
          proposedBy: actor.organizationId,
          state: 'proposed',
          createdBy: actor.userId,
          createdAt: unit.now,
          updatedAt: unit.now,
        })
        .returning()
      if (!brokerage) throw new Error('The brokerage was not stored.')
      unit.audit({
        action: 'brokerage.propose',
        subjectType: 'brokerage',
        subjectId: brokerage.id,
        organizationId: actor.organizationId,
        after: brokerage,
      })
      const payload = brokerageEvent({ brokerage, request }, actor.organizationId)
      unit.emit({ type: 'brokerage.proposed', subjectId: brokerage.id, payload })
      return brokerage
    }),
  )
}
