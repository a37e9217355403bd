import { addDays, type CalendarDate, type FieldProblem, refuse } from '../index.ts'
import type { OfferState, RequestState } from './states.ts'
import { requestMachine } from './states.ts'

export interface Negotiation {
  state: RequestState
  ownerOrganizationId: string
  requesterOrganizationId: string
}

export interface OfferStanding {
  organizationId: string
  state: OfferState
  version: number
}

const otherSide = (request: Negotiation, organizationId: string): string =>
  organizationId === request.ownerOrganizationId
    ? request.requesterOrganizationId
    : request.ownerOrganizationId

export const openOfferOf = <Offer extends OfferStanding>(offers: readonly Offer[]): Offer | null =>
  offers.find(({ state }) => state === 'open') ?? null

/** The organization whose answer is awaited; null when both may speak or nobody has to. */
export const nextActor = (request: Negotiation, offers: readonly OfferStanding[]): string | null => {
  if (request.state === 'submitted') return request.ownerOrganizationId
  if (request.state !== 'accepted' && request.state !== 'negotiating') return null
  const open = openOfferOf(offers)
  return open ? otherSide(request, open.organizationId) : null
}

/** Longer than this nobody waits for an answer. */
const MAX_ANSWER_DAYS = 365

/** What is wrong with the last day (Asia/Shanghai) on which an offer made today may be taken. */
export const answerByProblems = (answerBy: CalendarDate | null, today: CalendarDate): FieldProblem[] =>
  answerBy === null || (answerBy >= today && answerBy <= addDays(today, MAX_ANSWER_DAYS))
    ? []
    : [{ path: 'answerBy', code: 'offer.deadline_out_of_range', params: { days: MAX_ANSWER_DAYS } }]

export const isOverdue = (answerBy: CalendarDate | null, today: CalendarDate): boolean =>
  answerBy !== null && answerBy < today

/** Throws conflict 'offer.expired' after the last day on which the offer may be taken. */
export const requireInTime = (answerBy: CalendarDate | null, today: CalendarDate): void => {
  if (isOverdue(answerBy, today)) throw refuse('conflict', 'offer.expired', { answerBy, today })
}

/** States in which the two sides may write to each other: from the request to the contract, not in a dead one. */
export const TALKING_STATES = ['submitted', 'accepted', 'negotiating', 'agreed', 'contracted'] as const

/** Throws conflict 'request.wrong_state' where nobody listens any more. */
export const requireTalking = (state: RequestState): void => {
  if (!TALKING_STATES.some((each) => each === state)) {
    throw refuse('conflict', 'request.wrong_state', { state, allowed: TALKING_STATES })
  }
}

/** The version number of the next offer, from 1. */
export const nextOfferVersion = (offers: readonly OfferStanding[]): number =>
  offers.reduce((highest, { version }) => Math.max(highest, version), 0) + 1

/** The request's state after an offer; throws 'request.wrong_state' before talks or after them. */
export const requestStateAfterOffer = (state: RequestState): RequestState =>
  requestMachine.transition(state, 'negotiate')

/** Throws unless this side may accept: 'offer.own_offer', 'offer.wrong_state', 'request.wrong_state'. */
export const requireAcceptable = (
  request: Negotiation,
  offer: OfferStanding,
  organizationId: string,
): void => {
  if (offer.organizationId === organizationId) throw refuse('forbidden', 'offer.own_offer')
  if (offer.state !== 'open') {
    throw refuse('conflict', 'offer.wrong_state', { state: offer.state, allowed: ['open'] })
  }
  requestMachine.transition(request.state, 'agree')
}
