import { requests } from '@market/database/schema'
import { type Actor, type CalendarDate, refuse, shanghaiDateOf } from '@market/domain'
import type { TransferMode } from '@market/domain/codes'
import {
  isOverdue,
  openOfferOf,
  type RequestCommand,
  requestMachine,
  TALKING_STATES,
} from '@market/domain/licensing'
import { type Action, authorize, may, relationsTo } from '@market/domain/policy'
import { and, eq } from 'drizzle-orm'
import { requireMember, type ServiceContext } from '../index.ts'
import { type DealFileOfMessage, filesOfRequest } from './deal-files.ts'
import { type MessageRecord, messagesOf } from './messages.ts'
import { readOfferedModes } from './read-offered-modes.ts'
import { readRightsWanted, type WantedRight } from './read-rights-wanted.ts'
import { readTimeline, type TimelineRecord } from './read-timeline.ts'
import { type OfferRow, offersOf, type RequestRow, sideOf, stakeholdersOf } from './request-records.ts'
import { type RequestSummaryRecord, selectRequests } from './select-requests.ts'

const REQUEST_ACTIONS = [
  ['request.accept', 'accept'],
  ['request.decline', 'decline'],
  ['request.withdraw', 'withdraw'],
  ['offer.make', 'negotiate'],
] as const satisfies readonly [Action, RequestCommand][]

export type RequestAction =
  | (typeof REQUEST_ACTIONS)[number][0]
  | 'offer.accept'
  | 'offer.withdraw'
  | 'message.send'

export interface RequestRecord extends RequestSummaryRecord {
  side: 'requester' | 'owner'
  actions: RequestAction[]
  offers: OfferRow[]
  /** Ways in which an offer may be made. */
  offeredModes: TransferMode[]
  timeline: TimelineRecord[]
  /** Files that came with the request, and with messages in its talks. */
  files: DealFileOfMessage[]
  /** Oldest first. */
  messages: MessageRecord[]
  /** Those of the listing's rights that are asked for; none: all of them. */
  rightsWanted: WantedRight[]
}

const BOTH = ['offer.accept', 'offer.withdraw'] as const

const offerActions = (
  actor: Actor,
  request: RequestRow,
  made: readonly OfferRow[],
  today: CalendarDate,
): RequestAction[] => {
  const open = openOfferOf(made)
  if (!open || !requestMachine.allows(request.state, 'agree')) return []
  const relations = relationsTo(actor, stakeholdersOf(request, open.organizationId))
  const possible = isOverdue(open.answerBy, today) ? (['offer.withdraw'] as const) : BOTH
  return possible.filter((action) => may(actor, action, relations))
}

const mayWrite = (actor: Actor, request: RequestRow): boolean =>
  TALKING_STATES.some((state) => state === request.state) &&
  may(actor, 'message.send', relationsTo(actor, stakeholdersOf(request)))

const actionsOf = (
  actor: Actor,
  request: RequestRow,
  made: readonly OfferRow[],
  today: CalendarDate,
): RequestAction[] => {
  const relations = relationsTo(actor, stakeholdersOf(request))
  const direct = REQUEST_ACTIONS.filter(
    ([action, command]) => requestMachine.allows(request.state, command) && may(actor, action, relations),
  )
  const talking: RequestAction[] = mayWrite(actor, request) ? ['message.send'] : []
  return [...direct.map(([action]) => action), ...offerActions(actor, request, made, today), ...talking]
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
    actions: actionsOf(actor, row.request, made, shanghaiDateOf(context.clock.now())),
    offers: made,
    offeredModes: await readOfferedModes(context.db, row.request),
    timeline,
    files: await filesOfRequest(context.db, id),
    messages: await messagesOf(context.db, id),
    rightsWanted: await readRightsWanted(context.db, row.request),
  }
}
