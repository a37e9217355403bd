import type { Brokerage, BrokeredDeal } from '@market/contracts/licensing'
import type { BrokerageRecord, RequestBrokerage } from '@market/services/licensing'
import { presentOrganizationSummary } from '../organizations/presenter.ts'
import { presentDealListing, presentDealNeed } from './deal-presenter.ts'

export const presentBrokerage = ({ brokerage, organization, actions }: RequestBrokerage): Brokerage => {
  const { id, requestId, proposedBy, state, commission, words, closedBy } = brokerage
  return {
    ...{ id, requestId, proposedBy, state, commission, words, closedBy, actions },
    organization: presentOrganizationSummary(organization),
    brokerAgreedAt: brokerage.brokerAgreedAt?.toISOString() ?? null,
    otherSideAgreedAt: brokerage.otherSideAgreedAt?.toISOString() ?? null,
    createdAt: brokerage.createdAt.toISOString(),
    updatedAt: brokerage.updatedAt.toISOString(),
  }
}

export const presentBrokeredDeal = (record: BrokerageRecord): BrokeredDeal => {
  const { listing, need, requester, owner } = record.deal
  return {
    ...presentBrokerage(record),
    listing: listing && presentDealListing(listing),
    need: need && presentDealNeed(need),
    requester: presentOrganizationSummary(requester),
    owner: presentOrganizationSummary(owner),
  }
}
