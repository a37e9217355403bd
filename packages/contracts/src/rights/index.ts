import {
  CONSENT_KINDS,
  codesOf,
  LICENCE_KINDS,
  RIGHT_ENDINGS,
  RIGHT_EVENT_KINDS,
  RIGHT_KINDS,
  RIGHT_LEGAL_STATUSES,
  RIGHT_SOURCES,
} from '@market/domain/codes'
import { LISTING_STATES } from '@market/domain/listings'
import {
  ENCUMBRANCE_FINDINGS,
  ENCUMBRANCE_TOPICS,
  FEE_STAGES,
  formatShare,
  parseShare,
} from '@market/domain/rights'
import { z } from 'zod'
import { DateText, Id, Instant, Line, OptionalLine, PageQuery, Prose, pageOf } from '../shared/index.ts'

const kind = z.enum(codesOf(RIGHT_KINDS))
const legalStatus = z.enum(codesOf(RIGHT_LEGAL_STATUSES))
const source = z.enum(codesOf(RIGHT_SOURCES))
const eventKind = z.enum(codesOf(RIGHT_EVENT_KINDS))

/** '1/3', '50%' or '33.5'; parts of a whole, kept as a fraction. */
const ShareText = z
  .string()
  .trim()
  .max(20)
  .transform((text, context) => {
    if (text === '') return null
    const share = parseShare(text)
    if (!share) context.addIssue({ code: 'custom', message: 'right.share_invalid' })
    return share
  })

export const OwnerInput = z.object({ name: Line(120), share: ShareText.default(null) })

export const RightRecordInput = z.object({
  kind,
  /** As typed: with ZL, spaces and full-width digits as you like. */
  number: z.string().trim().max(60).nullable().default(null),
  title: Line(300),
  owners: z.array(OwnerInput).min(1).max(20),
  inventorNames: z.array(Line(120)).max(50).default([]),
  filedOn: DateText.nullable().default(null),
  grantedOn: DateText.nullable().default(null),
  publicationNumber: z.string().trim().max(40).nullable().default(null),
  publishedOn: DateText.nullable().default(null),
  legalStatus: legalStatus.default('in_force'),
  /** Null: nobody has said. */
  publiclyFunded: z.boolean().nullable().default(null),
  fundingWords: Prose(500).default(''),
  checkedOn: DateText.nullable().default(null),
  checkedSource: source.nullable().default(null),
})
export type RightRecordInput = z.output<typeof RightRecordInput>

export const RightEventInput = z.object({
  kind: eventKind,
  occurredOn: DateText,
  source,
  checkedOn: DateText,
  party: OptionalLine(120).default(''),
  reference: OptionalLine(200).default(''),
  days: z.int().nullable().default(null),
  patentYear: z.int().nullable().default(null),
  /** The entry this one takes the place of. */
  correctsId: Id.nullable().default(null),
})
export type RightEventInput = z.output<typeof RightEventInput>

export const RightListQuery = PageQuery.extend({
  /** A number in any form, or words of the title. */
  q: z.string().trim().max(100).optional(),
  status: z.enum([...codesOf(RIGHT_LEGAL_STATUSES), 'expired']).optional(),
  feeDue: z.stringbool().optional(),
  /** Only these, one value or the parameter repeated. */
  id: z.union([Id.transform((one) => [one]), z.array(Id).max(100)]).optional(),
})

const Ending = z.object({ reason: z.enum(codesOf(RIGHT_ENDINGS)), on: DateText.nullable() })
const NextFee = z.object({
  patentYear: z.int(),
  dueOn: DateText,
  graceEndsOn: DateText,
  surchargePercent: z.int(),
  stage: z.enum(FEE_STAGES),
  recorded: z.boolean(),
})

export const RightSummary = z
  .object({
    id: Id,
    kind,
    number: z.string().nullable(),
    title: z.string(),
    ownerNames: z.array(z.string()),
    legalStatus,
    filedOn: DateText.nullable(),
    expiresOn: DateText.nullable(),
    ending: Ending.nullable(),
    nextFee: NextFee.nullable(),
    pledged: z.boolean(),
    listingCount: z.int().nullable(),
  })
  .meta({ id: 'RightSummary' })
export type RightSummary = z.infer<typeof RightSummary>
export const RightPage = pageOf(RightSummary)

export const RightHistoryEntry = z.object({
  id: Id,
  kind: eventKind,
  occurredOn: DateText,
  source,
  checkedOn: DateText,
  party: z.string(),
  reference: z.string(),
  days: z.int().nullable(),
  patentYear: z.int().nullable(),
  correctsId: Id.nullable(),
  enteredBy: z.string(),
  enteredAt: Instant,
})
export type RightHistoryEntry = z.infer<typeof RightHistoryEntry>

/** One thing a buyer must know; 'unknown' says that nobody has looked, 'clear' that nothing was found. */
export const EncumbranceLine = z
  .object({
    topic: z.enum(ENCUMBRANCE_TOPICS),
    finding: z.enum(ENCUMBRANCE_FINDINGS),
    facts: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
    source: z.enum([...codesOf(RIGHT_SOURCES), 'market', 'computed']).nullable(),
    checkedOn: DateText.nullable(),
  })
  .meta({ id: 'EncumbranceLine' })
export type EncumbranceLine = z.infer<typeof EncumbranceLine>

const Named = z.object({ id: Id, nameZh: z.string(), nameEn: z.string() })

export const RightRecord = RightSummary.extend({
  owners: z.array(
    z.object({ name: z.string(), organizationId: Id.nullable(), share: z.string().nullable() }),
  ),
  inventorNames: z.array(z.string()),
  grantedOn: DateText.nullable(),
  publicationNumber: z.string().nullable(),
  publishedOn: DateText.nullable(),
  compensationDays: z.int(),
  publiclyFunded: z.boolean().nullable(),
  fundingWords: z.string(),
  checkedOn: DateText.nullable(),
  checkedSource: source.nullable(),
  kept: z.boolean(),
  events: z.array(RightHistoryEntry),
  encumbrances: z.array(EncumbranceLine),
  listings: z.array(
    z.object({
      id: Id,
      titleZh: z.string(),
      titleEn: z.string(),
      state: z.enum(LISTING_STATES),
      frozenReason: z.enum(codesOf(RIGHT_ENDINGS)).nullable(),
    }),
  ),
  licences: z.array(
    z.object({
      contractId: Id,
      contractTitle: z.string(),
      grantee: Named,
      kind: z.enum(codesOf(LICENCE_KINDS)),
      territoryWords: z.string(),
      fieldWords: z.string(),
      startsOn: DateText,
      endsOn: DateText.nullable(),
      endedOn: DateText.nullable(),
      contested: z.boolean(),
    }),
  ),
  portfolios: z.array(Named),
  /** Organizations that publicly offer the same number. */
  alsoOfferedBy: z.array(Named),
  actions: z.array(z.enum(['right.edit', 'right.record_event'])),
}).meta({ id: 'RightRecord' })
export type RightRecord = z.infer<typeof RightRecord>

export const ListingEncumbrances = z
  .object({
    /** Why the listing takes no requests; null while it does. */
    frozen: z
      .object({ reason: z.enum(codesOf(RIGHT_ENDINGS)), since: Instant, right: z.string() })
      .nullable(),
    rights: z.array(
      z.object({
        id: Id,
        kind,
        number: z.string().nullable(),
        title: z.string(),
        legalStatus,
        ending: Ending.nullable(),
        grantedOn: DateText.nullable(),
        expiresOn: DateText.nullable(),
        lines: z.array(EncumbranceLine),
        /** Other organizations that publicly offer the same number. */
        alsoOfferedBy: z.array(Named),
      }),
    ),
  })
  .meta({ id: 'ListingEncumbrances' })
export type ListingEncumbrances = z.infer<typeof ListingEncumbrances>

export const PortfolioInput = z.object({
  nameZh: Line(100),
  nameEn: OptionalLine(200).default(''),
  description: Prose(1000).default(''),
  rightIds: z.array(Id).max(20).default([]),
})
export const EditPortfolioInput = PortfolioInput.extend({ revision: z.int().positive() })

export const PortfolioSummary = z
  .object({ id: Id, nameZh: z.string(), nameEn: z.string(), rightCount: z.int(), updatedAt: Instant })
  .meta({ id: 'PortfolioSummary' })
export type PortfolioSummary = z.infer<typeof PortfolioSummary>
export const PortfolioPage = pageOf(PortfolioSummary)

export const Portfolio = PortfolioSummary.extend({
  description: z.string(),
  revision: z.int(),
  rights: z.array(RightSummary),
  editable: z.boolean(),
}).meta({ id: 'Portfolio' })
export type Portfolio = z.infer<typeof Portfolio>

export const ConsentInput = z.object({
  rightId: Id,
  kind: z.enum(codesOf(CONSENT_KINDS)),
  party: Line(120),
  givenOn: DateText,
  reference: Line(200),
})

export { formatShare }
