import { inUnitOfWork } from '@market/database'
import { authorize } from '@market/domain/policy'
import { requireMember, type ServiceContext } from '../index.ts'
import { moveOffer } from './move-offer.ts'
import {
  findOffer,
  holdRequest,
  moveRequest,
  type OfferRow,
  relationsToRequest,
  requestEvent,
} from './request-records.ts'

export interface OfferInput {
  requestId: string
  offerId: string
}

/** The side that made an open offer takes it back; the talks go on. Refuses with `offer.wrong_state`. */
export const withdrawOffer = async (
  context: ServiceContext,
  { requestId, offerId }: OfferInput,
): Promise<OfferRow> => {
  const actor = requireMember(context)
  return inUnitOfWork(context, async (unit) => {
    const request = await holdRequest(unit.tx, actor, requestId)
    const before = await findOffer(unit.tx, requestId, offerId)
    authorize(
      actor,
      'offer.withdraw',
      await relationsToRequest(unit.tx, actor, request, before.organizationId),
    )
    const after = await moveOffer(unit, before, 'withdraw', actor.userId)
    await moveRequest(unit, request, 'negotiate')
    unit.audit({
      action: 'offer.withdraw',
      subjectType: 'offer',
      subjectId: offerId,
      organizationId: actor.organizationId,
      before: { state: before.state },
      after: { state: after.state },
    })
    unit.emit({
      type: 'offer.withdrawn',
      subjectId: offerId,
      payload: requestEvent(request, actor.organizationId),
    })
    return after
  })
}
