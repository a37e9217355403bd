import type {
  DealListing,
  DealNeed,
  LicenceRequest,
  Offer,
  RequestSummary,
  TimelineEntry,
} from '@market/contracts/licensing'
import type {
  OfferRow,
  RequestRecord,
  RequestSummaryRecord,
  TimelineRecord,
} from '@market/services/licensing'
import { presentOrganizationSummary } from '../organizations/presenter.ts'

export const presentDealListing = ({ id, kind, state, titleZh, titleEn }: DealListing): DealListing => ({
  id,
  kind,
  state,
  titleZh,
  titleEn,
})

export const presentDealNeed = ({ id, titleZh, titleEn }: DealNeed): DealNeed => ({ id, titleZh, titleEn })

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
  createdAt,
  decidedAt,
}: OfferRow): Offer => ({
  id,
  version,
  organizationId,
  state,
  terms,
  note,
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

export const presentRequest = (record: RequestRecord): LicenceRequest => {
  const { listingVersion, fieldOfUse, territory, termMonths, message } = record.request
  const { declineReason, declineWords, answeredAt } = record.request
  return {
    ...presentRequestSummary(record),
    listingVersion,
    fieldOfUse,
    territory,
    termMonths,
    message,
    declineReason,
    declineWords,
    answeredAt: answeredAt?.toISOString() ?? null,
    side: record.side,
    actions: record.actions,
    offers: record.offers.map(presentOffer),
    offeredModes: record.offeredModes,
    timeline: record.timeline.map(presentTimelineEntry),
  }
}
