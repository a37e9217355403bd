import { codesOf, TRANSFER_MODES } from '@market/domain/codes'
import { NOTICE_PHASES, OBJECTION_STATES } from '@market/domain/contracts'
import { z } from 'zod'
import { OrganizationSummary } from '../organizations/index.ts'
import { DateText, Id, Instant, Line, OptionalLine, PageQuery, Prose, pageOf } from '../shared/index.ts'

export const PostNoticeInput = z.object({
  summary: Prose(2000).min(1),
  priceNote: OptionalLine(300).default(''),
  relatedParty: z.boolean(),
  relation: OptionalLine(300).default(''),
})

export const RaiseObjectionInput = z.object({
  name: Line(100),
  /** E-mail or telephone; only the owner of the notice reads it. */
  contact: Line(200),
  body: Prose(4000).min(1),
})

export const AnswerObjectionInput = z.object({
  decision: z.enum(['upheld', 'rejected']),
  answer: Prose(4000).min(1),
})

export const RecordDecisionInput = z.object({
  decidedOn: DateText,
  body: Line(200),
  priceReason: Prose(4000).min(1),
  minutesFileId: Id.nullable().default(null),
})

export const WithdrawNoticeInput = z.object({ reason: Line(500) })

export const NoticeParams = z.object({ id: Id })
export const ObjectionParams = NoticeParams.extend({ objectionId: Id })

export const NoticeQuery = PageQuery.extend({ phase: z.enum(['running', 'past']).default('running') })

export const NoticeAction = z.enum([
  'notice.object',
  'notice.answer',
  'notice.withdraw',
  'notice.record_decision',
])

export const PublicNoticeSummary = z
  .object({
    id: Id,
    phase: z.enum(NOTICE_PHASES),
    seller: OrganizationSummary,
    title: z.string(),
    transferMode: z.enum(codesOf(TRANSFER_MODES)),
    priceFen: z.int(),
    relatedParty: z.boolean(),
    postedOn: DateText,
    endsOn: DateText,
  })
  .meta({ id: 'PublicNoticeSummary' })
export type PublicNoticeSummary = z.infer<typeof PublicNoticeSummary>

export const NoticePage = pageOf(PublicNoticeSummary)

export const PublicNotice = PublicNoticeSummary.extend({
  summary: z.string(),
  priceNote: z.string(),
  relation: z.string(),
  /** The rule the period stands on; `verified` is false until somebody has read its text. */
  basis: z.object({ zh: z.string(), en: z.string(), verified: z.boolean() }),
  sha256: z.string(),
  postedAt: Instant,
  withdrawal: z.object({ at: Instant, reason: z.string() }).nullable(),
  /** Null while none is recorded; the minutes are for the owner and the authorities. */
  decision: z
    .object({
      decidedOn: DateText,
      body: z.string(),
      priceReason: z.string(),
      minutes: z.object({ fileId: Id, name: z.string(), sha256: z.string() }).nullable(),
    })
    .nullable(),
  objections: z.array(
    z.object({
      id: Id,
      state: z.enum(OBJECTION_STATES),
      /** Null but for the owner and the authorities. */
      by: z.object({ name: z.string(), contact: z.string() }).nullable(),
      body: z.string(),
      raisedAt: Instant,
      answer: z.string().nullable(),
      answeredAt: Instant.nullable(),
    }),
  ),
  /** For whoever may print the whole record. */
  inside: z.boolean(),
  contractId: Id.nullable(),
  actions: z.array(NoticeAction),
}).meta({ id: 'PublicNotice' })
export type PublicNotice = z.infer<typeof PublicNotice>

export const ContractNotice = z
  .object({
    owed: z.boolean(),
    mayPost: z.boolean(),
    /** What keeps the contract from being signed, as the refusals it would meet. */
    bars: z.array(z.object({ code: z.string(), details: z.record(z.string(), z.unknown()) })),
    rule: z
      .object({ calendarDays: z.int(), zh: z.string(), en: z.string(), verified: z.boolean() })
      .nullable(),
    notice: PublicNotice.nullable(),
  })
  .meta({ id: 'ContractNotice' })
export type ContractNotice = z.infer<typeof ContractNotice>
