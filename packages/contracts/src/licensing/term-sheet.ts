import { codesOf, EXCLUSIVITIES, TRANSFER_MODES } from '@market/domain/codes'
import {
  AUDIT_RULES,
  IMPROVEMENT_RULES,
  MAX_INSTALMENTS,
  MAX_ROYALTY_STEPS,
  REPORT_RULES,
  RESULT_OWNERS,
  ROYALTY_BASES,
  SUBLICENCES,
} from '@market/domain/licensing'
import { z } from 'zod'
import { DateText, FenAmount, OptionalLine, Prose } from '../shared/index.ts'

export const TransferModeCode = z.enum(codesOf(TRANSFER_MODES))
export const ExclusivityCode = z.enum(codesOf(EXCLUSIVITIES))

const MAX_FEN = 900_000_000_000_000

/** The scope asked for or offered; which fields a licence needs is the domain's to say. */
export const scopeFields = {
  transferMode: TransferModeCode,
  /** Left out: what the transfer mode implies. */
  exclusivity: ExclusivityCode.optional(),
  fieldOfUse: OptionalLine(300).default(''),
  /** Words or region codes: '450000', '全国'. */
  territory: OptionalLine(300).default(''),
  /** Null for a transfer of ownership. */
  termMonths: z.int().min(1).max(600).nullable().default(null),
}

/** What the register of grants compares; left out, it is read from the words, and unread words count as everything. */
export const coverageFields = {
  /** GB/T 2260 places; '100000' the whole country, '000000' everywhere, '900000' abroad. */
  territoryCodes: z.array(z.string().max(6)).max(40).optional(),
  /** Technical fields '01'…'11', or 'all'. */
  fieldCodes: z.array(z.string().max(3)).max(11).optional(),
}

/** What is agreed beyond scope and price; a clause left out is one nothing was agreed on. */
const clauseFields = {
  sublicence: z.enum(codesOf(SUBLICENCES)).optional(),
  /** After the upfront sum; `on` null: when what the title says is reached. */
  instalments: z
    .array(z.object({ title: OptionalLine(200), amountFen: z.int().max(MAX_FEN), on: DateText.nullable() }))
    .max(MAX_INSTALMENTS)
    .optional(),
  /** No fee for the first months, then the whole sum in equal parts or, with null parts, the royalty on proven sales. */
  useFirst: z
    .object({ graceMonths: z.int(), parts: z.int().nullable(), everyMonths: z.int().nullable() })
    .optional(),
  royaltyBase: z.enum(codesOf(ROYALTY_BASES)).optional(),
  /** A year. */
  minimumRoyaltyFen: z.int().max(MAX_FEN).optional(),
  /** From so much of the base a year on, another rate. */
  royaltySteps: z
    .array(z.object({ fromFen: z.int().max(MAX_FEN), ratePercent: z.number() }))
    .max(MAX_ROYALTY_STEPS)
    .optional(),
  equityPercent: z.number().optional(),
  knowHowDays: z.int().optional(),
  improvements: z.enum(codesOf(IMPROVEMENT_RULES)).optional(),
  /** Of results of work under the contract; left out, as the law has it. */
  resultOwner: z.enum(codesOf(RESULT_OWNERS)).optional(),
  audit: z.enum(codesOf(AUDIT_RULES)).optional(),
  reports: z.enum(codesOf(REPORT_RULES)).optional(),
  /** Days of notice before either side may end it. */
  terminationDays: z.int().optional(),
  terminationWords: Prose(2000).optional(),
}

export const TermSheetInput = z.object({
  ...scopeFields,
  ...coverageFields,
  ...clauseFields,
  upfrontFen: z.int().min(0).max(MAX_FEN),
  /** Percent of the royalty base, two decimals. */
  royaltyRatePercent: z.number().positive().max(100).nullable().default(null),
  totalFen: FenAmount,
})
export type TermSheetInput = z.output<typeof TermSheetInput>

export const TermSheet = z
  .object({
    transferMode: TransferModeCode,
    exclusivity: ExclusivityCode,
    fieldOfUse: z.string(),
    territory: z.string(),
    ...coverageFields,
    ...clauseFields,
    termMonths: z.int().nullable(),
    upfrontFen: z.int(),
    royaltyRatePercent: z.number().nullable(),
    totalFen: z.int(),
  })
  .meta({ id: 'TermSheet' })
export type TermSheet = z.infer<typeof TermSheet>
