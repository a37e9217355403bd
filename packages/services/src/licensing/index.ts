export { acceptRequest } from './accept-request.ts'
export { type Agreement, agreeOnOffer, markContracted } from './agree-on-offer.ts'
export {
  agreeToBrokerage,
  type BrokerageAction,
  type BrokerageRecord,
  type BrokerageRow,
  endBrokerage,
  type ListBrokeragesInput,
  listBrokerages,
  type ProposeBrokerInput,
  proposeBroker,
  refuseBrokerage,
} from './brokers/index.ts'
export { type CreateRequestInput, createRequest, placeRequest, requestRefusals } from './create-request.ts'
export type { DealFileOfMessage, DealFileRow } from './deal-files.ts'
export { type DeclineRequestInput, declineRequest } from './decline-request.ts'
export { endTalks } from './end-talks.ts'
export { getRequest, type RequestAction, type RequestBrokerage, type RequestRecord } from './get-request.ts'
export { lapseRequests } from './lapse-requests.ts'
export { type ListRequestsInput, listRequests } from './list-requests.ts'
export { type MakeOfferInput, makeOffer } from './make-offer.ts'
export { type MessageRecord, type SendMessageInput, sendMessage } from './messages.ts'
export { openTalks } from './open-talks.ts'
export { type LostRequests, readLostRequests } from './read-lost-requests.ts'
export { readReplyStatistics } from './read-reply-statistics.ts'
export { readTimeline, type TimelineRecord } from './read-timeline.ts'
export {
  discardRequestDraft,
  getRequestDraft,
  listRequestDrafts,
  type RequestDraftRecord,
  type SaveRequestDraftInput,
  saveRequestDraft,
} from './request-drafts.ts'
export type { OfferRow, RequestRow } from './request-records.ts'
export * from './secrecy/index.ts'
export { listingColumns, needColumns, type RequestSummaryRecord } from './select-requests.ts'
export { watchRequests } from './watch-requests.ts'
export { type OfferInput, withdrawOffer } from './withdraw-offer.ts'
export { type WithdrawRequestReason, withdrawRequest } from './withdraw-request.ts'
