import { codesOf } from '@market/domain/codes'
import { BROKERAGE_STATES, COMMISSION_PAYERS } from '@market/domain/licensing'
import { z } from 'zod'
import { OrganizationSummary } from '../organizations/index.ts'
import { FenAmount, Id, Instant, PageQuery, Prose, pageOf } from '../shared/index.ts'
import { DealListing, DealNeed } from './deal-parts.ts'

/** Exactly one of rate and sum is named. */
export const Commission = z
  .object({
    payer: z.enum(codesOf(COMMISSION_PAYERS)),
    /** Percent of the contract's whole sum, two decimals. */
    ratePercent: z.number().nullable().default(null),
    amountFen: FenAmount.nullable().default(null),
  })
  .meta({ id: 'Commission' })
export type Commission = z.output<typeof Commission>

export const ProposeBrokerInput = z.object({
  /** A verified agency or service provider that is no side of the deal. */
  organizationId: Id,
  commission: Commission,
  /** What the broker is to do. */
  words: Prose(1000).default(''),
})
export type ProposeBrokerInput = z.output<typeof ProposeBrokerInput>

export const BrokerageAction = z.enum(['brokerage.agree', 'brokerage.refuse', 'brokerage.end'])
export type BrokerageAction = z.infer<typeof BrokerageAction>

/** Somebody who brings the two sides together, for a commission that all of them see. */
export const Brokerage = z
  .object({
    id: Id,
    requestId: Id,
    organization: OrganizationSummary,
    /** The side that proposed it. */
    proposedBy: Id,
    state: z.enum(BROKERAGE_STATES),
    commission: Commission,
    words: z.string(),
    brokerAgreedAt: Instant.nullable(),
    otherSideAgreedAt: Instant.nullable(),
    /** Who refused or ended it. */
    closedBy: Id.nullable(),
    createdAt: Instant,
    updatedAt: Instant,
    actions: z.array(BrokerageAction),
  })
  .meta({ id: 'Brokerage' })
export type Brokerage = z.infer<typeof Brokerage>

/** A brokerage as the broker sees it: with the subject and the sides of the deal, nothing of the talks. */
export const BrokeredDeal = Brokerage.extend({
  listing: DealListing.nullable(),
  need: DealNeed.nullable(),
  requester: OrganizationSummary,
  owner: OrganizationSummary,
}).meta({ id: 'BrokeredDeal' })
export type BrokeredDeal = z.infer<typeof BrokeredDeal>

export const BrokerageQuery = PageQuery
export const BrokeragePage = pageOf(BrokeredDeal)
export type BrokeragePage = z.infer<typeof BrokeragePage>
