import { codesOf, EXCLUSIVITIES, TRANSFER_MODES } from '@market/domain/codes'
import { z } from 'zod'
import { FenAmount, OptionalLine } from '../shared/index.ts'

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
const coverageFields = {
  /** GB/T 2260 places; '100000' the whole country, '000000' everywhere, '900000' abroad. */
  territoryCodes: z.array(z.string().max(6)).max(40).optional(),
  /** Technical fields '01'…'11', or 'all'. */
  fieldCodes: z.array(z.string().max(3)).max(11).optional(),
}

export const TermSheetInput = z.object({
  ...scopeFields,
  ...coverageFields,
  upfrontFen: z.int().min(0).max(MAX_FEN),
  /** Percent of net sales, two decimals. */
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
    termMonths: z.int().nullable(),
    upfrontFen: z.int(),
    royaltyRatePercent: z.number().nullable(),
    totalFen: z.int(),
  })
  .meta({ id: 'TermSheet' })
export type TermSheet = z.infer<typeof TermSheet>
