import { codesOf, DECLINE_REASONS, TECHNICAL_FIELDS } from '@market/domain/codes'
import { LAPSE_REASONS, REQUEST_STATES, RESULT_OWNERS } from '@market/domain/licensing'
import { z } from 'zod'
import { StoredFile } from '../files/index.ts'
import { OrganizationSummary } from '../organizations/index.ts'
import { DateText, FenAmount, Id, Instant, PageQuery, Prose, pageOf } from '../shared/index.ts'
import { Application, DealFileIds, WantedRight } from './application.ts'
import { Brokerage } from './brokerages.ts'
import { DealListing, DealNeed, TimelineEntry } from './deal-parts.ts'
import { Offer } from './offers.ts'
import { ExclusivityCode, scopeFields, TransferModeCode } from './term-sheet.ts'

export const CreateRequestInput = z.object({
  listingId: Id,
  ...scopeFields,
  /** What the requester would pay in all; null leaves it to the talks. */
  offerFen: FenAmount.nullable().default(null),
  message: Prose(4000).min(1),
  application: Application.optional(),
  /** Uploaded with the purpose 'deal_document'. */
  fileIds: DealFileIds,
})
export type CreateRequestInput = z.output<typeof CreateRequestInput>

export const DeclineRequestInput = z.object({
  reason: z.enum(codesOf(DECLINE_REASONS)),
  /** Required with 'other'. */
  words: Prose(2000).default(''),
})
export type DeclineRequestInput = z.output<typeof DeclineRequestInput>

/** The applicant may say why it takes its request back; the same classes as the owner's. */
export const WithdrawRequestInput = z.object({
  reason: z.enum(codesOf(DECLINE_REASONS)).nullable().default(null),
  /** Required with 'other'. */
  words: Prose(2000).default(''),
})
export type WithdrawRequestInput = z.output<typeof WithdrawRequestInput>

/** Why requests for a listing came to nothing, by class and by the side that said so; the commonest first. */
export const LostRequestList = z.object({
  items: z.array(
    z.object({
      reason: z.enum(codesOf(DECLINE_REASONS)),
      by: z.enum(['owner', 'requester']),
      requests: z.int(),
    }),
  ),
})
export type LostRequestList = z.infer<typeof LostRequestList>

export const RequestQuery = PageQuery.extend({
  /** What my organization is in it; left out: any. */
  role: z.enum(['requester', 'owner', 'broker']).optional(),
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
  'message.send',
  'brokerage.propose',
])
export type RequestAction = z.infer<typeof RequestAction>

export const SendMessageInput = z.object({
  body: Prose(4000).min(1),
  /** Uploaded with the purpose 'deal_document'. */
  fileIds: DealFileIds,
})
export type SendMessageInput = z.output<typeof SendMessageInput>

/** What a side or a broker wrote to the others; it is never changed. */
export const Message = z
  .object({
    id: Id,
    organizationId: Id,
    /** The person, as they call themselves. */
    writer: z.string(),
    body: z.string(),
    files: z.array(StoredFile),
    createdAt: Instant,
  })
  .meta({ id: 'Message' })
export type Message = z.infer<typeof Message>

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
  /** Null for a request made without one. */
  application: Application.nullable(),
  rightsWanted: z.array(WantedRight),
  files: z.array(StoredFile),
  declineReason: z.enum(codesOf(DECLINE_REASONS)).nullable(),
  declineWords: z.string().nullable(),
  withdrawReason: z.enum(codesOf(DECLINE_REASONS)).nullable(),
  withdrawWords: z.string().nullable(),
  lapseReason: z.enum(LAPSE_REASONS).nullable(),
  /** The day (Asia/Shanghai) on which it lapses if nobody moves; null where it cannot. */
  lapsesOn: DateText.nullable(),
  answeredAt: Instant.nullable(),
  side: z.enum(['requester', 'owner', 'broker']),
  actions: z.array(RequestAction),
  /** Oldest version first. */
  offers: z.array(Offer),
  /** Ways in which an offer may be made. */
  offeredModes: z.array(TransferModeCode),
  /** Of what it is about; null where nobody has named one. */
  technicalField: z.enum(codesOf(TECHNICAL_FIELDS)).nullable(),
  /** Whose the results shall be by the proposal the talks are over. */
  wishedOwner: z.enum(codesOf(RESULT_OWNERS)).nullable(),
  /** The thread, oldest first. */
  messages: z.array(Message),
  /** Everybody proposed as a broker so far, with the commission; the first one first. */
  brokerages: z.array(Brokerage),
  timeline: z.array(TimelineEntry),
}).meta({ id: 'LicenceRequest' })
export type LicenceRequest = z.infer<typeof LicenceRequest>

export const RequestPage = pageOf(RequestSummary)
