import {
  AMENDMENT_STATES,
  CLAUSE_CHANGES,
  CONTRACT_STATES,
  MAX_AMENDED_CLAUSES,
  MAX_ARTICLE_LENGTH,
  MAX_ARTICLES,
  MAX_HEADING_LENGTH,
} from '@market/domain/contracts'
import { z } from 'zod'
import { OrganizationSummary } from '../organizations/index.ts'
import { DateText, FenAmount, Id, IdParams, Instant, Line, OptionalLine, Prose } from '../shared/index.ts'

export const AmendmentParams = IdParams.extend({ number: z.coerce.number().int().positive() })

const AmendedClause = z.object({
  change: z.enum(CLAUSE_CHANGES),
  /** Number of the article of the signed text; null for what is added. */
  article: z.int().positive().max(999).nullable(),
  /** Left empty, a clause keeps the heading it had. */
  headingZh: OptionalLine(MAX_HEADING_LENGTH),
  headingEn: OptionalLine(MAX_HEADING_LENGTH).default(''),
  /** Chinese governs; English stands beside it. */
  zh: Prose(MAX_ARTICLE_LENGTH),
  en: Prose(MAX_ARTICLE_LENGTH).default(''),
})

/** Figures left out, or null, stay as they are. */
export const ProposeAmendmentInput = z.object({
  title: Line(120),
  effectiveOn: DateText,
  clauses: z.array(AmendedClause).max(MAX_AMENDED_CLAUSES).default([]),
  contractAmountFen: FenAmount.nullable().default(null),
  technologyAmountFen: FenAmount.nullable().default(null),
  endsOn: DateText.nullable().default(null),
})

export const DeclineAmendmentInput = z.object({ reason: Prose(1000) })
/** The hash of the amendment read: what is signed is words. */
export const SignAmendmentInput = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) })

const Article = z.object({
  headingZh: z.string(),
  headingEn: z.string(),
  zh: z.string(),
  en: z.string(),
})

const Segment = z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })

const Figures = z.object({
  contractAmountFen: z.int(),
  technologyAmountFen: z.int(),
  endsOn: DateText.nullable(),
})

const AmendmentSignature = z.object({
  organizationId: Id,
  name: z.string(),
  fileId: Id,
  sha256: z.string(),
  at: Instant,
})

export const Amendment = z
  .object({
    number: z.int(),
    state: z.enum(AMENDMENT_STATES),
    title: z.string(),
    /** The side that proposed it. */
    organizationId: Id,
    proposer: z.string(),
    proposedAt: Instant,
    effectiveOn: DateText,
    /** The document both sign. */
    articles: z.array(Article.extend({ clauseId: z.string().nullable() })),
    sha256: z.string(),
    /** With what came and what went, word by word. */
    clauses: z.array(AmendedClause.extend({ segmentsZh: z.array(Segment), segmentsEn: z.array(Segment) })),
    before: Figures,
    after: Figures,
    signatures: z.array(AmendmentSignature),
    /** When it came in force, was taken back or declined. */
    settledAt: Instant.nullable(),
    reason: z.string(),
    /** What the reader may do with it now. */
    actions: z.array(
      z.enum(['contract.sign_amendment', 'contract.decline_amendment', 'contract.withdraw_amendment']),
    ),
    /** The code of what keeps the reader's side from signing yet. */
    bar: z.string().nullable(),
  })
  .meta({ id: 'Amendment' })
export type Amendment = z.infer<typeof Amendment>

/** All amendments of a contract, the first first, and what it states with those in force. */
export const ContractAmendments = z
  .object({
    contractId: Id,
    title: z.string(),
    state: z.enum(CONTRACT_STATES),
    seller: OrganizationSummary,
    buyer: OrganizationSummary,
    /** Articles of the signed text in their order; null for a contract signed on paper. */
    signed: z.array(Article).max(MAX_ARTICLES).nullable(),
    standing: Figures,
    /** Whether amendments made it so. */
    amended: z.boolean(),
    amendments: z.array(Amendment),
    mayPropose: z.boolean(),
    /** The registration that has to follow an amendment, where one has. */
    registrationToChange: Id.nullable(),
  })
  .meta({ id: 'ContractAmendments' })
export type ContractAmendments = z.infer<typeof ContractAmendments>
