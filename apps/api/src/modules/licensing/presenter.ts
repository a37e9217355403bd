import type {
  LicenceRequest,
  Message,
  Offer,
  RequestSummary,
  TimelineEntry,
} from '@market/contracts/licensing'
import { lapseDayOf } from '@market/domain/licensing'
import type {
  MessageRecord,
  OfferRow,
  RequestRecord,
  RequestSummaryRecord,
  TimelineRecord,
} from '@market/services/licensing'
import { presentFile } from '../files/presenter.ts'
import { presentOrganizationSummary } from '../organizations/presenter.ts'
import { presentBrokerage } from './brokerage-presenter.ts'
import { presentDealListing, presentDealNeed } from './deal-presenter.ts'

export const presentTimelineEntry = ({ at, ...entry }: TimelineRecord): TimelineEntry => ({
  ...entry,
  at: at.toISOString(),
})

const presentOffer = ({
  id,
  version,
  organizationId,
  state,
  terms,
  note,
  answerBy,
  createdAt,
  decidedAt,
}: OfferRow): Offer => ({
  id,
  version,
  organizationId,
  state,
  terms,
  note,
  answerBy,
  createdAt: createdAt.toISOString(),
  decidedAt: decidedAt?.toISOString() ?? null,
})

export const presentRequestSummary = (record: RequestSummaryRecord): RequestSummary => {
  const { id, state, transferMode, exclusivity, offerFen, createdAt, updatedAt } = record.request
  return {
    id,
    state,
    listing: record.listing && presentDealListing(record.listing),
    need: record.need && presentDealNeed(record.need),
    requester: presentOrganizationSummary(record.requester),
    owner: presentOrganizationSummary(record.owner),
    transferMode,
    exclusivity,
    offerFen,
    waitingForMe: record.waitingForMe,
    contractId: record.contractId,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  }
}

const filesWith = ({ files }: RequestRecord, messageId: string | null) =>
  files.filter((each) => each.messageId === messageId).map(({ file }) => presentFile(file))

const presentMessage = (record: RequestRecord, message: MessageRecord): Message => {
  const { id, organizationId, writer, body, createdAt } = message
  const files = filesWith(record, id)
  return { id, organizationId, writer, body, files, createdAt: createdAt.toISOString() }
}

export const presentRequest = (record: RequestRecord): LicenceRequest => {
  const { listingVersion, fieldOfUse, territory, termMonths, message } = record.request
  const { declineReason, declineWords, withdrawReason, withdrawWords, lapseReason } = record.request
  const { answeredAt } = record.request
  return {
    ...presentRequestSummary(record),
    listingVersion,
    fieldOfUse,
    territory,
    termMonths,
    message,
    application: record.request.application,
    rightsWanted: record.rightsWanted,
    files: filesWith(record, null),
    messages: record.messages.map((message) => presentMessage(record, message)),
    declineReason,
    declineWords,
    withdrawReason,
    withdrawWords,
    lapseReason,
    lapsesOn: lapseDayOf(record.request.state, record.request.updatedAt),
    answeredAt: answeredAt?.toISOString() ?? null,
    side: record.side,
    actions: record.actions,
    offers: record.offers.map(presentOffer),
    offeredModes: record.offeredModes,
    technicalField: record.technicalField,
    wishedOwner: record.wishedOwner,
    brokerages: record.brokerages.map(presentBrokerage),
    timeline: record.timeline.map(presentTimelineEntry),
  }
}
