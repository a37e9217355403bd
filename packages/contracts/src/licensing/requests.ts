import { codesOf, DECLINE_REASONS } from '@market/domain/codes'
import { REQUEST_STATES } from '@market/domain/licensing'
import { z } from 'zod'
import { OrganizationSummary } from '../organizations/index.ts'
import { FenAmount, Id, Instant, PageQuery, Prose, pageOf } from '../shared/index.ts'
import { DealListing, DealNeed, TimelineEntry } from './deal-parts.ts'
import { Offer } from './offers.ts'
import { ExclusivityCode, scopeFields, TransferModeCode } from './term-sheet.ts'

export const CreateRequestInput = z.object({
  listingId: Id,
  ...scopeFields,
  /** What the requester would pay in all; null leaves it to the talks. */
  offerFen: FenAmount.nullable().default(null),
  message: Prose(4000).min(1),
})
export type CreateRequestInput = z.output<typeof CreateRequestInput>

export const DeclineRequestInput = z.object({
  reason: z.enum(codesOf(DECLINE_REASONS)),
  /** Required with 'other'. */
  words: Prose(2000).default(''),
})
export type DeclineRequestInput = z.output<typeof DeclineRequestInput>

export const RequestQuery = PageQuery.extend({
  /** The side my organization stands on; left out: both. */
  role: z.enum(['requester', 'owner']).optional(),
  state: z.enum(REQUEST_STATES).optional(),
  /** Only those whose next step is my side's. */
  waiting: z.enum(['me']).optional(),
})
export type RequestQuery = z.output<typeof RequestQuery>

/** What the reader may do with a request now; a screen shows these and no others. */
export const RequestAction = z.enum([
  'request.accept',
  'request.decline',
  'request.withdraw',
  'offer.make',
  'offer.accept',
  'offer.withdraw',
])
export type RequestAction = z.infer<typeof RequestAction>

export const RequestSummary = z
  .object({
    id: Id,
    state: z.enum(REQUEST_STATES),
    /** Null where the deal stands on a proposal to a need. */
    listing: DealListing.nullable(),
    /** The need it answers; null for a request that came by itself. */
    need: DealNeed.nullable(),
    requester: OrganizationSummary,
    owner: OrganizationSummary,
    transferMode: TransferModeCode,
    exclusivity: ExclusivityCode,
    offerFen: z.int().nullable(),
    /** The next step is my side's; with no offer open it is either side's. */
    waitingForMe: z.boolean(),
    contractId: Id.nullable(),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: 'RequestSummary' })
export type RequestSummary = z.infer<typeof RequestSummary>

export const LicenceRequest = RequestSummary.extend({
  /** The published version of the listing the requester read. */
  listingVersion: z.int().nullable(),
  fieldOfUse: z.string(),
  territory: z.string(),
  termMonths: z.int().nullable(),
  message: z.string(),
  declineReason: z.enum(codesOf(DECLINE_REASONS)).nullable(),
  declineWords: z.string().nullable(),
  answeredAt: Instant.nullable(),
  side: z.enum(['requester', 'owner']),
  actions: z.array(RequestAction),
  /** Oldest version first. */
  offers: z.array(Offer),
  /** Ways in which an offer may be made. */
  offeredModes: z.array(TransferModeCode),
  timeline: z.array(TimelineEntry),
}).meta({ id: 'LicenceRequest' })
export type LicenceRequest = z.infer<typeof LicenceRequest>

export const RequestPage = pageOf(RequestSummary)
