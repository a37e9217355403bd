import {
  CONTRACT_STATES,
  MAX_ARTICLE_LENGTH,
  MAX_ARTICLES,
  MAX_HEADING_LENGTH,
} from '@market/domain/contracts'
import { z } from 'zod'
import { OrganizationSummary } from '../organizations/index.ts'
import { PrecheckFinding } from '../registration/index.ts'
import { Id, Instant, Prose } from '../shared/index.ts'

const Segment = z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })
const ClauseId = z.string().max(60)
const Heading = z.string().trim().max(MAX_HEADING_LENGTH)

/** One article. Chinese governs; English stands beside it. */
export const ArticleInput = z.object({
  /** Of the clause library; null for what the parties add themselves. */
  clauseId: ClauseId.nullable(),
  headingZh: Heading,
  headingEn: Heading,
  zh: Prose(MAX_ARTICLE_LENGTH),
  en: Prose(MAX_ARTICLE_LENGTH),
})

export const GenerateTextInput = z.object({
  /** The version read; null where there is none yet. */
  base: z.int().positive().nullable(),
})

export const EditTextInput = z.object({
  /** The version read; another side's in between is refused with `contract_text.changed_meanwhile`. */
  base: z.int().positive(),
  articles: z.array(ArticleInput).min(1).max(MAX_ARTICLES),
  /** Clauses of the library to be taken in again. */
  bringBack: z.array(ClauseId).max(MAX_ARTICLES).default([]),
  note: Prose(500).default(''),
})

/** What is agreed to is words: the hash of the version read. */
export const AcceptTextInput = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) })

export const TextQuery = z.object({
  /** Left out: the last. */
  version: z.coerce.number().int().positive().optional(),
  /** The version it is compared with; left out: the one before. 0: none. */
  against: z.coerce.number().int().min(0).optional(),
})
export const TextPdfQuery = TextQuery.pick({ version: true })

const TextVersion = z.object({
  version: z.int(),
  organizationId: Id,
  author: z.string(),
  note: z.string(),
  sha256: z.string(),
  createdAt: Instant,
  acceptances: z.array(z.object({ organizationId: Id, name: z.string(), at: Instant })),
})

const Compared = z.object({
  clauseId: z.string().nullable(),
  headingZh: z.string(),
  headingEn: z.string(),
  zh: z.string(),
  en: z.string(),
  /** Whether the parties' own words replace the library's. */
  edited: z.boolean(),
  change: z.enum(['same', 'added', 'removed', 'changed']),
  segmentsZh: z.array(Segment),
  segmentsEn: z.array(Segment),
})

const ClauseNote = z.object({
  id: z.string(),
  headingZh: z.string(),
  headingEn: z.string(),
  /** It cannot be left out. */
  mandatory: z.boolean(),
  /** Why it cannot go or, for the others, what the law says where the contract is silent. */
  reasonZh: z.string(),
  reasonEn: z.string(),
  basisZh: z.string(),
  basisEn: z.string(),
  verified: z.boolean(),
})

/** The text of a contract with its versions, and what the one shown changed in an earlier one. */
export const ContractText = z
  .object({
    contractId: Id,
    title: z.string(),
    state: z.enum(CONTRACT_STATES),
    seller: OrganizationSummary,
    buyer: OrganizationSummary,
    /** Oldest first; empty while nobody has made a text. */
    versions: z.array(TextVersion),
    version: z.int().nullable(),
    against: z.int().nullable(),
    articles: z.array(Compared),
    /** Clauses of the library that fit this contract. */
    clauses: z.array(ClauseNote),
    agreed: z.boolean(),
    /** The contract's facts were changed after the last version was written. */
    stale: z.boolean(),
    actions: z.array(z.enum(['contract.write_text', 'contract.accept_text'])),
    /** What the pre-check says of the contract with its text. */
    findings: z.array(PrecheckFinding),
  })
  .meta({ id: 'ContractText' })
export type ContractText = z.infer<typeof ContractText>
