import { requests } from '@market/database/schema'
import { type Actor, type CalendarDate, refuse, shanghaiDateOf } from '@market/domain'
import type { TechnicalField, TransferMode } from '@market/domain/codes'
import {
  isOverdue,
  openOfferOf,
  type RequestCommand,
  requestMachine,
  TALKING_STATES,
  type TermSheet,
} from '@market/domain/licensing'
import { type Action, authorize, may, type Relation, relationsTo } from '@market/domain/policy'
import { and, eq } from 'drizzle-orm'
import { requireMember, type ServiceContext } from '../index.ts'
import { type BrokerageAction, brokerageActions } from './brokers/brokerage-actions.ts'
import { type BrokerageOfRequest, brokeragesOf } from './brokers/brokerage-records.ts'
import { type DealFileOfMessage, filesOfRequest } from './deal-files.ts'
import { type MessageRecord, messagesOf } from './messages.ts'
import { readOfferedModes } from './read-offered-modes.ts'
import { readRightsWanted, type WantedRight } from './read-rights-wanted.ts'
import { readTechnicalField } from './read-technical-field.ts'
import { readTimeline, type TimelineRecord } from './read-timeline.ts'
import { readWishedOwner } from './read-wished-owner.ts'
import {
  type OfferRow,
  offersOf,
  type RequestRow,
  relationsToRequest,
  seenBy,
  stakeholdersOf,
} from './request-records.ts'
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
  | 'brokerage.propose'

export interface RequestBrokerage extends BrokerageOfRequest {
  actions: BrokerageAction[]
}

export interface RequestRecord extends RequestSummaryRecord {
  side: 'requester' | 'owner' | 'broker'
  actions: RequestAction[]
  offers: OfferRow[]
  /** Ways in which an offer may be made. */
  offeredModes: TransferMode[]
  /** Where comparable prices are looked for when the terms name no field. */
  technicalField: TechnicalField | null
  /** Whose the results shall be by the proposal the talks are over. */
  wishedOwner: NonNullable<TermSheet['resultOwner']> | null
  timeline: TimelineRecord[]
  /** Files that came with the request, and with messages in its talks. */
  files: DealFileOfMessage[]
  /** Oldest first. */
  messages: MessageRecord[]
  /** Those of the listing's rights that are asked for; none: all of them. */
  rightsWanted: WantedRight[]
  /** Everybody proposed as a broker so far, with the commission; the first one first. */
  brokerages: RequestBrokerage[]
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

const mayWrite = (actor: Actor, request: RequestRow, relations: readonly Relation[]): boolean =>
  TALKING_STATES.some((state) => state === request.state) && may(actor, 'message.send', relations)

const actionsOf = (
  actor: Actor,
  request: RequestRow,
  made: readonly OfferRow[],
  today: CalendarDate,
  relations: readonly Relation[],
): RequestAction[] => {
  const direct = REQUEST_ACTIONS.filter(
    ([action, command]) => requestMachine.allows(request.state, command) && may(actor, action, relations),
  )
  const talking: RequestAction[] = mayWrite(actor, request, relations) ? ['message.send'] : []
  const brokering: RequestAction[] =
    requestMachine.allows(request.state, 'withdraw') && may(actor, 'brokerage.propose', relations)
      ? ['brokerage.propose']
      : []
  return [
    ...direct.map(([action]) => action),
    ...offerActions(actor, request, made, today),
    ...talking,
    ...brokering,
  ]
}

const sideIn = ({ ownerId, requesterId }: RequestRow, organizationId: string): RequestRecord['side'] => {
  if (organizationId === ownerId) return 'owner'
  return organizationId === requesterId ? 'requester' : 'broker'
}

/** One request with every offer and what happened to it. Refuses with `request.not_found`. */
export const getRequest = async (context: ServiceContext, id: string): Promise<RequestRecord> => {
  const actor = requireMember(context)
  const [row] = await selectRequests(context.db, actor.organizationId).where(
    and(eq(requests.id, id), seenBy(actor.organizationId)),
  )
  if (!row) throw refuse('not-found', 'request.not_found')
  const relations = await relationsToRequest(context.db, actor, row.request)
  authorize(actor, 'request.read', relations)
  const made = await offersOf(context.db, id)
  const proposed = await brokeragesOf(context.db, id)
  const timeline = await readTimeline(context.db, {
    request: [id],
    offer: made.map((offer) => offer.id),
    contract: row.contractId === null ? [] : [row.contractId],
    brokerage: proposed.map(({ brokerage }) => brokerage.id),
  })
  return {
    ...row,
    side: sideIn(row.request, actor.organizationId),
    actions: actionsOf(actor, row.request, made, shanghaiDateOf(context.clock.now()), relations),
    offers: made,
    offeredModes: await readOfferedModes(context.db, row.request),
    technicalField: await readTechnicalField(context.db, row.request),
    wishedOwner: await readWishedOwner(context.db, row.request),
    timeline,
    files: await filesOfRequest(context.db, id),
    messages: await messagesOf(context.db, id),
    rightsWanted: await readRightsWanted(context.db, row.request),
    brokerages: proposed.map((one) => ({
      ...one,
      actions: brokerageActions(actor, one.brokerage, row.request),
    })),
  }
}
