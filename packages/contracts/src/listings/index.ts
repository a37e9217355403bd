import {
  ATTACHMENT_VISIBILITIES,
  codesOf,
  LISTING_PARTS,
  LISTING_RETURN_REASONS,
  PLAN_INDUSTRIES,
  RIGHT_ENDINGS,
  TRANSFER_MODES,
} from '@market/domain/codes'
import { LISTING_LIMITS, LISTING_STATES } from '@market/domain/listings'
import { z } from 'zod'
import { Contact, OrganizationSummary } from '../organizations/index.ts'
import { DateText, Id, Instant, Line, OptionalLine, PageQuery, Prose, pageOf } from '../shared/index.ts'
import { listingFields } from './content.ts'
import { Right } from './rights.ts'

export { BulkEdit, BulkEditInput, BulkOutcome, BulkPreview } from './bulk.ts'
export {
  ChangeFeed,
  ChangeFeedQuery,
  ContentChange,
  ContentChangeList,
  FeedListing,
  FeedQuery,
  FeedText,
  HistoryQuery,
  ListingHistory,
} from './changes.ts'
export {
  ComparisonRow,
  CreateListingInput,
  EditListingInput,
  ListingInput,
  listingFields,
} from './content.ts'
export { Right, RightInput } from './rights.ts'

const State = z.enum(LISTING_STATES)
/** Edits of a listing that is already public: kept beside the published text until a reviewer publishes them. */
export const ChangesState = z.enum(['draft', 'submitted'])
const visibility = z.enum(codesOf(ATTACHMENT_VISIBILITIES))

export const AttachFileInput = z.object({
  fileId: Id,
  titleZh: Line(120),
  titleEn: OptionalLine(200).default(''),
  /** What a picture shows; asked for with every picture the public sees. */
  altZh: OptionalLine(LISTING_LIMITS.alt.zh).default(''),
  altEn: OptionalLine(LISTING_LIMITS.alt.en).default(''),
  visibility: visibility.default('public'),
})
export type AttachFileInput = z.output<typeof AttachFileInput>
export const AttachmentParams = z.object({ id: Id, attachmentId: Id })

export const Attachment = z
  .object({
    id: Id,
    fileId: Id,
    titleZh: z.string(),
    titleEn: z.string(),
    altZh: z.string(),
    altEn: z.string(),
    visibility,
    name: z.string(),
    mediaType: z.string(),
    sizeBytes: z.int(),
    sha256: z.string(),
    width: z.int().nullable(),
    height: z.int().nullable(),
    durationMs: z.int().nullable(),
  })
  .meta({ id: 'Attachment' })
export type Attachment = z.infer<typeof Attachment>

/** The part of the text a reason is about. */
const ReviewField = z.enum(codesOf(LISTING_PARTS))

export const ReviewReason = z
  .object({
    code: z.enum(codesOf(LISTING_RETURN_REASONS)),
    words: Prose(500).default(''),
    field: ReviewField.nullable().default(null),
  })
  .refine(({ code, words }) => code !== 'other' || words !== '', {
    path: ['words'],
    error: 'reason.words_required',
  })
export type ReviewReason = z.output<typeof ReviewReason>
export const ReturnListingInput = z.object({ reasons: z.array(ReviewReason).min(1).max(10) })
export type ReturnListingInput = z.output<typeof ReturnListingInput>

/** The revision the reviewer read; left out, the present one is published. */
export const PublishListingInput = z.object({ revision: z.int().positive().optional() })

/** Withdrawing is final; a reason helps those who asked for the listing. */
export const WithdrawListingInput = z.object({ reason: Prose(500).default('') })
export type WithdrawListingInput = z.output<typeof WithdrawListingInput>

/** One thing to put right before the listing can be submitted. */
export const ListingProblem = z.object({
  path: z.string(),
  code: z.string(),
  params: z.record(z.string(), z.unknown()).optional(),
})

/** How complete the text is, what to add next, and how it could be plainer. */
export const Quality = z
  .object({
    score: z.int().min(0).max(100),
    missing: z.array(z.object({ code: z.string(), path: z.string(), points: z.int() })),
    hints: z.array(ListingProblem),
  })
  .meta({ id: 'ListingQuality' })
export type Quality = z.infer<typeof Quality>

export const LISTING_COMMANDS = [
  'edit',
  'submit',
  'return',
  'publish',
  'discard',
  'withdraw',
  'renew',
] as const

/** Only for the owner's members and the operator's reviewers. */
export const ListingEditing = z
  .object({
    revision: z.int(),
    /** Null while the text shown is the published one. */
    changes: ChangesState.nullable(),
    reviewReasons: z
      .array(z.object({ code: z.string(), words: z.string(), field: z.string().nullable() }))
      .nullable(),
    /** Whoever has taken the waiting text. */
    reviewer: z.object({ id: Id, name: z.string() }).nullable(),
    quality: Quality,
    /** What keeps it from being submitted; empty when nothing does. */
    problems: z.array(ListingProblem),
    /** What the reader may do to it now. */
    commands: z.array(z.enum(LISTING_COMMANDS)),
    createdAt: Instant,
    updatedAt: Instant,
    submittedAt: Instant.nullable(),
  })
  .meta({ id: 'ListingEditing' })
export type ListingEditing = z.infer<typeof ListingEditing>

export const Listing = z
  .object({
    ...listingFields,
    id: Id,
    organization: OrganizationSummary,
    state: State,
    ipcSymbols: z.array(z.string()),
    industryClass: z.string().nullable(),
    regionCode: z.string(),
    rights: z.array(Right),
    /** Confidential ones appear to the owner's members and the operator's reviewers alone. */
    attachments: z.array(Attachment),
    /** How many files open only under an agreement of secrecy; their names are not public. */
    confidentialFiles: z.int(),
    /** Number of times published; 0 before the first. */
    version: z.int(),
    publishedAt: Instant.nullable(),
    closedAt: Instant.nullable(),
    /** The last day on the market. */
    expiresOn: DateText.nullable(),
    /** Whom to ask, as far as the reader is shown it. */
    contact: Contact.nullable(),
    /** Null for the public, and in the views 'public' and 'preview'. */
    editing: ListingEditing.nullable(),
  })
  .meta({ id: 'Listing' })
export type Listing = z.infer<typeof Listing>

/**
 * 'working': the draft or the changes not yet published, for those who may see them, else the published text;
 * 'public': the published text; 'preview': the working text as the public would see it.
 */
export const ListingViewQuery = z.object({
  view: z.enum(['working', 'public', 'preview']).default('working'),
})
export type ListingView = z.output<typeof ListingViewQuery>['view']

export const ListingSummary = z
  .object({
    id: Id,
    organization: OrganizationSummary,
    state: State,
    kind: listingFields.kind,
    titleZh: z.string(),
    titleEn: z.string(),
    summaryZh: z.string(),
    summaryEn: z.string(),
    maturityLevel: z.int().nullable(),
    technicalField: listingFields.technicalField,
    planIndustry: listingFields.planIndustry,
    transferModes: listingFields.transferModes,
    priceMode: listingFields.priceMode,
    priceFen: listingFields.priceFen,
    priceMaxFen: listingFields.priceMaxFen,
    regionCode: z.string(),
    version: z.int(),
    publishedAt: Instant.nullable(),
    expiresOn: DateText.nullable(),
    /** The first picture everybody may see, with its words. */
    picture: z.object({ fileId: Id, altZh: z.string(), altEn: z.string() }).nullable(),
    /** How the right ended that keeps the listing from taking requests. */
    frozenReason: z.enum(codesOf(RIGHT_ENDINGS)).nullable(),
    /** The rest is null in public lists. */
    changes: ChangesState.nullable(),
    /** Returned by the reviewer and not submitted again. */
    returned: z.boolean().nullable(),
    /** Completeness of the working text, 0 to 100. */
    score: z.int().nullable(),
    reviewer: z.object({ id: Id, name: z.string() }).nullable(),
    submittedAt: Instant.nullable(),
    updatedAt: Instant.nullable(),
  })
  .meta({ id: 'ListingSummary' })
export type ListingSummary = z.infer<typeof ListingSummary>

/** 'mine': all of the acting organization's; 'review': waiting for the operator; else the published ones. */
export const ListingQuery = PageQuery.extend({
  scope: z.enum(['mine', 'review', 'public']).default('public'),
  state: State.optional(),
  /** Of one's own, those that take no requests because a right has ended. */
  frozen: z.stringbool().optional(),
  organizationId: Id.optional(),
  /** For the published ones. */
  kind: listingFields.kind.optional(),
  planIndustry: z.enum(codesOf(PLAN_INDUSTRIES)).optional(),
  transferMode: z.enum(codesOf(TRANSFER_MODES)).optional(),
  /** Only these, one value or the parameter repeated. */
  id: z.union([Id.transform((one) => [one]), z.array(Id).max(100)]).optional(),
})
export const ListingPage = pageOf(ListingSummary)

/** The text of one publication; who published it is for the owner and the operator to know. */
export const ListingVersion = z
  .object({
    version: z.int(),
    publishedAt: Instant,
    publishedBy: z.object({ id: Id, name: z.string() }),
    content: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'ListingVersion' })
export const ListingVersionList = z.object({ items: z.array(ListingVersion) })
export * from './imports.ts'

export const SetContactInput = z.object({ contactId: Id.nullable() })
