import type { UnitOfWork } from '@market/database'
import { shanghaiDateOf } from '@market/domain'
import { requireInTime } from '@market/domain/licensing'
import { authorize } from '@market/domain/policy'
import type { MemberActor } from '../index.ts'
import { moveOffer } from './move-offer.ts'
import {
  findOffer,
  holdRequest,
  moveRequest,
  type OfferRow,
  type RequestRow,
  relationsToRequest,
  requestEvent,
} from './request-records.ts'
import type { OfferInput } from './withdraw-offer.ts'

export interface Agreement {
  request: RequestRow
  offer: OfferRow
}

/**
 * The side that did not make the open offer takes it. A step of the verb that also drafts the contract, which
 * stands a floor above. Refuses with `offer.wrong_state`, `offer.expired` and `request.wrong_state`.
 */
export const agreeOnOffer = async (
  unit: UnitOfWork,
  actor: MemberActor,
  { requestId, offerId }: OfferInput,
): Promise<Agreement> => {
  const before = await holdRequest(unit.tx, actor, requestId)
  const open = await findOffer(unit.tx, requestId, offerId)
  authorize(actor, 'offer.accept', await relationsToRequest(unit.tx, actor, before, open.organizationId))
  requireInTime(open.answerBy, shanghaiDateOf(unit.now))
  const offer = await moveOffer(unit, open, 'accept', actor.userId)
  const request = await moveRequest(unit, before, 'agree')
  unit.audit({
    action: 'offer.accept',
    subjectType: 'offer',
    subjectId: offerId,
    organizationId: actor.organizationId,
    before: { state: open.state },
    after: { state: offer.state },
  })
  const payload = { ...requestEvent(request, actor.organizationId), version: offer.version }
  unit.emit({ type: 'offer.accepted', subjectId: offerId, payload })
  return { request, offer }
}

/** The agreed request has its contract draft now. */
export const markContracted = async (
  unit: UnitOfWork,
  before: RequestRow,
  contractId: string,
): Promise<void> => {
  const after = await moveRequest(unit, before, 'contract')
  unit.audit({
    action: 'request.contract',
    subjectType: 'request',
    subjectId: before.id,
    organizationId: before.ownerId,
    before: { state: before.state },
    after: { state: after.state, contractId },
  })
}
