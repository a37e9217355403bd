import {
  BUDGET_MODES,
  CONTACT_VISIBILITIES,
  COOPERATION_MODES,
  codesOf,
  DECLINE_REASONS,
  IP_WISHES,
  MATURITY_LEVELS,
  MISFIT_REASONS,
  NEED_RETURN_REASONS,
  NEED_TYPES,
  NEED_VISIBILITIES,
  PLAN_INDUSTRIES,
  TECHNICAL_FIELDS,
} from '@market/domain/codes'
import { ANSWER_STATES, MATCH_FACTORS, NEED_STATES } from '@market/domain/demands'
import { z } from 'zod'
import { DealListing, DealNeed, TransferModeCode } from '../licensing/index.ts'
import { AttachFileInput, Attachment } from '../listings/index.ts'
import { OrganizationSummary } from '../organizations/index.ts'
import { DateText, FenAmount, Id, Instant, OptionalLine, PageQuery, Prose, pageOf } from '../shared/index.ts'

export const NeedIndicator = z.object({
  nameZh: OptionalLine(100).default(''),
  nameEn: OptionalLine(200).default(''),
  unit: OptionalLine(40).default(''),
  present: OptionalLine(100).default(''),
  target: OptionalLine(100).default(''),
})

/** What a company writes; completeness is asked for when the need is submitted. */
export const needFields = {
  titleZh: OptionalLine(100),
  titleEn: OptionalLine(200),
  problemZh: Prose(2000),
  problemEn: Prose(4000),
  goalZh: Prose(1500),
  goalEn: Prose(3000),
  /** What will be measured to say that the goal is reached. */
  indicators: z.array(NeedIndicator).max(20),
  deadlineOn: DateText.nullable(),
  type: z.enum(codesOf(NEED_TYPES)).nullable(),
  cooperationModes: z.array(z.enum(codesOf(COOPERATION_MODES))).max(COOPERATION_MODES.length),
  ipWish: z.enum(codesOf(IP_WISHES)).nullable(),
  budgetMode: z.enum(codesOf(BUDGET_MODES)).nullable(),
  budgetMinFen: FenAmount.nullable(),
  budgetMaxFen: FenAmount.nullable(),
  /** The share of the budget paid to the solver. */
  solverShareFen: FenAmount.nullable(),
  conditionsZh: Prose(1000),
  conditionsEn: Prose(2000),
  necessityZh: Prose(1500),
  necessityEn: Prose(3000),
  benchmarkZh: Prose(1000),
  benchmarkEn: Prose(2000),
  technicalField: z.enum(codesOf(TECHNICAL_FIELDS)).nullable(),
  planIndustry: z.enum(codesOf(PLAN_INDUSTRIES)).nullable(),
  maturityLevel: z.int().min(1).max(MATURITY_LEVELS.length).nullable(),
  visibility: z.enum(codesOf(NEED_VISIBILITIES)),
  invitedIds: z.array(Id).max(50),
  contactName: OptionalLine(60),
  contactPhone: OptionalLine(40),
  contactEmail: OptionalLine(200),
  contactVisibility: z.enum(codesOf(CONTACT_VISIBILITIES)),
}

const typedCodes = {
  ipcSymbols: z.array(z.string().trim().min(1).max(40)).max(20),
  industryClass: z.string().trim().max(20).nullable(),
  regionCode: z.string().trim().min(1).max(20),
}

export const CreateNeedInput = z.object({ ...needFields, ...typedCodes }).partial()
export const EditNeedInput = CreateNeedInput.extend({
  /** The revision the editor last read; an older one is refused with 'need.changed_meanwhile'. */
  revision: z.int().positive(),
})

export const PublishNeedInput = z.object({ revision: z.int().positive().optional() })
const NeedReviewReason = z
  .object({ code: z.enum(codesOf(NEED_RETURN_REASONS)), words: Prose(500).default('') })
  .refine(({ code, words }) => code !== 'other' || words !== '', {
    path: ['words'],
    error: 'reason.words_required',
  })
export const ReturnNeedInput = z.object({ reasons: z.array(NeedReviewReason).min(1).max(10) })
export const WithdrawNeedInput = z.object({ reason: Prose(500).default('') })

const State = z.enum(NEED_STATES)
const ProblemItem = z.object({
  path: z.string(),
  code: z.string(),
  params: z.record(z.string(), z.unknown()).optional(),
})

export const NEED_COMMANDS = ['edit', 'submit', 'return', 'publish', 'discard', 'withdraw'] as const

export const NeedEditing = z
  .object({
    revision: z.int(),
    changes: z.enum(['draft', 'submitted']).nullable(),
    reviewReasons: z.array(z.object({ code: z.string(), words: z.string() })).nullable(),
    problems: z.array(ProblemItem),
    commands: z.array(z.enum(NEED_COMMANDS)),
    updatedAt: Instant,
  })
  .meta({ id: 'NeedEditing' })
export type NeedEditing = z.infer<typeof NeedEditing>

export const AttachNeedFileInput = AttachFileInput.omit({ visibility: true })
export const NeedAttachment = Attachment.omit({ visibility: true }).meta({ id: 'NeedAttachment' })
export type NeedAttachment = z.infer<typeof NeedAttachment>

export const Need = z
  .object({
    ...needFields,
    id: Id,
    /** Null where the poster wishes not to be named. */
    organization: OrganizationSummary.nullable(),
    state: State,
    ipcSymbols: z.array(z.string()),
    industryClass: z.string().nullable(),
    regionCode: z.string(),
    /** As readable as the need. */
    attachments: z.array(NeedAttachment),
    /** The contact fields are empty where they are not for the reader. */
    contactShown: z.boolean(),
    version: z.int(),
    publishedAt: Instant.nullable(),
    closedAt: Instant.nullable(),
    /** The reader's organization may answer it now. */
    mayAnswer: z.boolean(),
    /** It is the reader's own. */
    own: z.boolean(),
    editing: NeedEditing.nullable(),
  })
  .meta({ id: 'Need' })
export type Need = z.infer<typeof Need>

export const NeedViewQuery = z.object({
  view: z.enum(['working', 'public', 'preview']).default('working'),
})

export const NeedSummary = z
  .object({
    id: Id,
    organization: OrganizationSummary.nullable(),
    state: State,
    titleZh: z.string(),
    titleEn: z.string(),
    goalZh: z.string(),
    goalEn: z.string(),
    type: needFields.type,
    technicalField: needFields.technicalField,
    planIndustry: needFields.planIndustry,
    cooperationModes: needFields.cooperationModes,
    budgetMode: needFields.budgetMode,
    budgetMinFen: needFields.budgetMinFen,
    budgetMaxFen: needFields.budgetMaxFen,
    deadlineOn: z.string().nullable(),
    regionCode: z.string(),
    publishedAt: Instant.nullable(),
    changes: z.enum(['draft', 'submitted']).nullable(),
    returned: z.boolean(),
    submittedAt: Instant.nullable(),
    updatedAt: Instant,
  })
  .meta({ id: 'NeedSummary' })
export type NeedSummary = z.infer<typeof NeedSummary>

const Values = z
  .union([z.string().max(60), z.array(z.string().max(60)).max(30)])
  .transform((value) => (typeof value === 'string' ? [value] : value))
  .optional()

export const NEED_QUERY_FACETS = ['type', 'field', 'planIndustry', 'region', 'mode'] as const
export type NeedQueryFacet = (typeof NEED_QUERY_FACETS)[number]

export const MOST_NEED_SEARCHED = 200

export const NeedSearchQuery = PageQuery.extend({
  q: z.string().trim().max(MOST_NEED_SEARCHED).default(''),
  type: Values,
  field: Values,
  planIndustry: Values,
  region: Values,
  mode: Values,
})

const FacetCount = z.object({
  value: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  count: z.int(),
  chosen: z.boolean(),
})
export const NeedSearchPage = pageOf(NeedSummary).extend({
  facets: z.record(z.enum(NEED_QUERY_FACETS), z.array(FacetCount)),
})
export type NeedSearchPage = z.infer<typeof NeedSearchPage>

export const NeedListQuery = PageQuery.extend({
  scope: z.enum(['mine', 'review']).default('mine'),
  state: State.optional(),
})
export const NeedPage = pageOf(NeedSummary)

const proposalFields = {
  approach: Prose(3000),
  evidence: Prose(2000),
  team: Prose(1500),
  months: z.int().min(1).max(120),
  priceFen: FenAmount.nullable().default(null),
  mode: z.enum(codesOf(COOPERATION_MODES)),
  ipWish: z.enum(codesOf(IP_WISHES)),
}
export const Proposal = z.object(proposalFields).meta({ id: 'NeedProposal' })
export type Proposal = z.infer<typeof Proposal>

/** Either one of the owner's listings or a proposal. */
export const AnswerNeedInput = z
  .object({ listingId: Id.optional(), proposal: Proposal.optional(), message: Prose(2000).default('') })
  .refine(({ listingId, proposal }) => (listingId === undefined) !== (proposal === undefined), {
    path: ['listingId'],
    error: 'answer.listing_or_proposal',
  })

export const DeclineAnswerInput = z.object({
  reason: z.enum(codesOf(DECLINE_REASONS)),
  words: Prose(2000).default(''),
})

export const TakeUpAnswerInput = z.object({
  message: Prose(4000).min(1),
  transferMode: TransferModeCode.optional(),
  fieldOfUse: OptionalLine(300).default(''),
  territory: OptionalLine(300).default(''),
  termMonths: z.int().min(1).max(600).nullable().default(null),
  offerFen: FenAmount.nullable().default(null),
})

export const AnswerAction = z.enum([
  'answer.shortlist',
  'answer.decline',
  'answer.take_up',
  'answer.withdraw',
])
export type AnswerAction = z.infer<typeof AnswerAction>

export const Answer = z
  .object({
    id: Id,
    need: DealNeed,
    organization: OrganizationSummary,
    state: z.enum(ANSWER_STATES),
    listing: DealListing.nullable(),
    /** Ways the listing is offered in; empty for a proposal. */
    transferModes: z.array(TransferModeCode),
    proposal: Proposal.nullable(),
    message: z.string(),
    declineReason: z.enum(codesOf(DECLINE_REASONS)).nullable(),
    declineWords: z.string().nullable(),
    /** The request it was taken up with. */
    requestId: Id.nullable(),
    actions: z.array(AnswerAction),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: 'NeedAnswer' })
export type Answer = z.infer<typeof Answer>
export const AnswerPage = pageOf(Answer)
export const AnswerReceipt = z.object({ id: Id, state: z.enum(ANSWER_STATES) })
export const TakenUp = z.object({ requestId: Id })

const Match = z.object({
  score: z.int(),
  reasons: z.array(
    z.object({ factor: z.enum(MATCH_FACTORS), points: z.number(), shared: z.array(z.string()) }),
  ),
  concerns: z.array(
    z.object({
      code: z.string(),
      points: z.number(),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
  /** What this side said of the pair. */
  judgement: z.object({ fits: z.boolean(), reason: z.enum(codesOf(MISFIT_REASONS)).nullable() }).nullable(),
})
export type Match = z.infer<typeof Match>

export const ListingMatch = Match.extend({ listing: DealListing, organization: OrganizationSummary }).meta({
  id: 'ListingMatch',
})
export type ListingMatch = z.infer<typeof ListingMatch>
export const ListingMatchList = z.object({ items: z.array(ListingMatch) })

export const NeedMatch = Match.extend({
  need: DealNeed,
  listing: DealListing,
  deadlineOn: z.string().nullable(),
}).meta({
  id: 'NeedMatch',
})
export type NeedMatch = z.infer<typeof NeedMatch>
export const NeedMatchList = z.object({ items: z.array(NeedMatch) })

export const JudgeMatchInput = z.object({
  /** Null: it fits. */
  misfit: z.enum(codesOf(MISFIT_REASONS)).nullable(),
  words: Prose(500).default(''),
})
export const NeedListingParams = z.object({ id: Id, listingId: Id })
