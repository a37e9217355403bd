import { requests } from '@market/database/schema'
import { type Actor, refuse } from '@market/domain'
import type { TransferMode } from '@market/domain/codes'
import { openOfferOf, type RequestCommand, requestMachine } from '@market/domain/licensing'
import { type Action, authorize, may, relationsTo } from '@market/domain/policy'
import { and, eq } from 'drizzle-orm'
import { requireMember, type ServiceContext } from '../index.ts'
import { readOfferedModes } from './read-offered-modes.ts'
import { readTimeline, type TimelineRecord } from './read-timeline.ts'
import { type OfferRow, offersOf, type RequestRow, sideOf, stakeholdersOf } from './request-records.ts'
import { type RequestSummaryRecord, selectRequests } from './select-requests.ts'

const REQUEST_ACTIONS = [
  ['request.accept', 'accept'],
  ['request.decline', 'decline'],
  ['request.withdraw', 'withdraw'],
  ['offer.make', 'negotiate'],
] as const satisfies readonly [Action, RequestCommand][]

export type RequestAction = (typeof REQUEST_ACTIONS)[number][0] | 'offer.accept' | 'offer.withdraw'

export interface RequestRecord extends RequestSummaryRecord {
  side: 'requester' | 'owner'
  actions: RequestAction[]
  offers: OfferRow[]
  /** Ways in which an offer may be made. */
  offeredModes: TransferMode[]
  timeline: TimelineRecord[]
}

const offerActions = (actor: Actor, request: RequestRow, made: readonly OfferRow[]): RequestAction[] => {
  const open = openOfferOf(made)
  if (!open || !requestMachine.allows(request.state, 'agree')) return []
  const relations = relationsTo(actor, stakeholdersOf(request, open.organizationId))
  return (['offer.accept', 'offer.withdraw'] as const).filter((action) => may(actor, action, relations))
}

const actionsOf = (actor: Actor, request: RequestRow, made: readonly OfferRow[]): RequestAction[] => {
  const relations = relationsTo(actor, stakeholdersOf(request))
  const direct = REQUEST_ACTIONS.filter(
    ([action, command]) => requestMachine.allows(request.state, command) && may(actor, action, relations),
  )
  return [...direct.map(([action]) => action), ...offerActions(actor, request, made)]
}

/** One request with every offer and what happened to it. Refuses with `request.not_found`. */
export const getRequest = async (context: ServiceContext, id: string): Promise<RequestRecord> => {
  const actor = requireMember(context)
  const [row] = await selectRequests(context.db, actor.organizationId).where(
    and(eq(requests.id, id), sideOf(actor.organizationId)),
  )
  if (!row) throw refuse('not-found', 'request.not_found')
  authorize(actor, 'request.read', relationsTo(actor, stakeholdersOf(row.request)))
  const made = await offersOf(context.db, id)
  const timeline = await readTimeline(context.db, {
    request: [id],
    offer: made.map((offer) => offer.id),
    contract: row.contractId === null ? [] : [row.contractId],
  })
  return {
    ...row,
    side: row.request.ownerId === actor.organizationId ? 'owner' : 'requester',
    actions: actionsOf(actor, row.request, made),
    offers: made,
    offeredModes: await readOfferedModes(context.db, row.request),
    timeline,
  }
}
