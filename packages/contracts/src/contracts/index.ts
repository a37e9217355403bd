import { CONSENT_KINDS, codesOf } from '@market/domain/codes'
import { CONTRACT_STATES, SIGNING_METHODS, SIGNING_ORDERS } from '@market/domain/contracts'
import { CONTRACT_SUB_TYPES, CONTRACT_TYPES } from '@market/domain/regimes'
import { REGISTRATION_STATES } from '@market/domain/registration'
import { z } from 'zod'
import { DealListing, DealNeed, TermSheet, TimelineEntry } from '../licensing/index.ts'
import { OrganizationSummary } from '../organizations/index.ts'
import { PrecheckFinding } from '../registration/index.ts'
import { DateText, FenAmount, Id, Instant, Line, PageQuery, pageOf } from '../shared/index.ts'

export const ContractTypeCode = z.enum(codesOf(CONTRACT_TYPES))
export const ContractSubTypeCode = z.enum(codesOf(CONTRACT_SUB_TYPES))

/** Fields left out stay as they are; a date of null is taken away. */
export const EditContractInput = z.object({
  /** The revision the editor read; an older one is refused with `contract.changed_meanwhile`. */
  revision: z.int().positive(),
  title: Line(300).optional(),
  type: ContractTypeCode.optional(),
  subType: ContractSubTypeCode.nullable().optional(),
  contractAmountFen: FenAmount.optional(),
  technologyAmountFen: FenAmount.optional(),
  /** Left out until signing: the day of the second confirmation. */
  signedOn: DateText.nullable().optional(),
  effectiveOn: DateText.nullable().optional(),
  endsOn: DateText.nullable().optional(),
  /** Whose signature comes first, where both sign here. */
  signingOrder: z.enum(SIGNING_ORDERS).optional(),
})
export type EditContractInput = z.output<typeof EditContractInput>

/** The revision read, so that nobody settles a text changed a moment ago. */
export const MakeReadyInput = z.object({ revision: z.int().positive() })
/** The hash of the text read: what is signed is words. */
export const SignTextInput = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) })
export const AttachSignedFileInput = z.object({ fileId: Id })
export const EntrustContractInput = z.object({ agencyId: Id })

export const ContractQuery = PageQuery.extend({
  /** The side my organization stands on; left out: any. */
  role: z.enum(['seller', 'buyer', 'agency']).optional(),
  state: z.enum(CONTRACT_STATES).optional(),
  /** Only those that lack my side's work or confirmation. */
  waiting: z.enum(['me']).optional(),
})
export type ContractQuery = z.output<typeof ContractQuery>

/** What the reader may do with a contract now; a screen shows these and no others. */
export const ContractAction = z.enum([
  'contract.edit',
  'contract.record_consent',
  'contract.make_ready',
  'contract.reopen',
  'contract.attach_file',
  'contract.sign',
  'contract.entrust',
])
export type ContractAction = z.infer<typeof ContractAction>

export const ContractSummary = z
  .object({
    id: Id,
    state: z.enum(CONTRACT_STATES),
    title: z.string(),
    type: ContractTypeCode,
    subType: ContractSubTypeCode.nullable(),
    seller: OrganizationSummary,
    buyer: OrganizationSummary,
    /** The transfer agency entrusted with registration. */
    agency: OrganizationSummary.nullable(),
    contractAmountFen: z.int(),
    technologyAmountFen: z.int(),
    signedOn: DateText.nullable(),
    waitingForMe: z.boolean(),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: 'ContractSummary' })
export type ContractSummary = z.infer<typeof ContractSummary>

/** One side's signed file and confirmation. */
export const ContractSignature = z
  .object({
    organizationId: Id,
    fileId: Id,
    fileName: z.string(),
    sizeBytes: z.int(),
    sha256: z.string(),
    method: z.enum(SIGNING_METHODS),
    attachedAt: Instant,
    confirmedAt: Instant.nullable(),
    signedBy: z.string().nullable(),
  })
  .meta({ id: 'ContractSignature' })
export type ContractSignature = z.infer<typeof ContractSignature>

export const Contract = ContractSummary.extend({
  requestId: Id,
  offerId: Id,
  /** Null where the deal stands on a proposal to a need. */
  listing: DealListing.nullable(),
  need: DealNeed.nullable(),
  terms: TermSheet,
  effectiveOn: DateText.nullable(),
  endsOn: DateText.nullable(),
  /** A licence may not run past this day; null when no right of the listing expires. */
  rightsExpireOn: DateText.nullable(),
  revision: z.int(),
  signedAt: Instant.nullable(),
  side: z.enum(['seller', 'buyer', 'agency']),
  actions: z.array(ContractAction),
  /** What the register would say of it as it stands today, gravest first. */
  findings: z.array(PrecheckFinding),
  /** Co-owners and pledgees whose agreement it needs, and whether the seller has recorded it. */
  consents: z.array(
    z.object({
      rightId: Id,
      right: z.string(),
      kind: z.enum(codesOf(CONSENT_KINDS)),
      party: z.string(),
      givenOn: DateText.nullable(),
      reference: z.string().nullable(),
    }),
  ),
  signatures: z.array(ContractSignature),
  signingOrder: z.enum(SIGNING_ORDERS),
  /** How it stands in the register; null until it is handed in. */
  filing: z.object({ id: Id, state: z.enum(REGISTRATION_STATES), number: z.string().nullable() }).nullable(),
  /** How it is signed here, over the agreed text. */
  signing: z.object({
    /** Null for a contract without a text of the market's. */
    text: z
      .object({ version: z.int(), sha256: z.string(), agreed: z.boolean(), stale: z.boolean() })
      .nullable(),
    /** Whether the reader's side may sign the text now; if not, the code of what is in the way. */
    here: z.boolean(),
    bar: z.string().nullable(),
  }),
  timeline: z.array(TimelineEntry),
}).meta({ id: 'Contract' })
export type Contract = z.infer<typeof Contract>

export const ContractPage = pageOf(ContractSummary)

export * from './amendments.ts'
export * from './licence-offers.ts'
export * from './notices.ts'
export * from './performance.ts'
export * from './text.ts'
