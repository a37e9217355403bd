import {
  codesOf,
  IP_KINDS,
  PARTY_KINDS,
  PAYMENT_METHODS,
  PLAN_INDUSTRIES,
  PLAN_SOURCES,
  SOCIO_ECONOMIC_OBJECTIVES,
  TECHNICAL_FIELDS,
} from '@market/domain/codes'
import { CONTRACT_SUB_TYPES, CONTRACT_TYPES } from '@market/domain/regimes'
import { z } from 'zod'
import { DateText, FenAmount, Id, Line, Prose } from '../shared/index.ts'

const RegionCode = z.string().regex(/^\d{6}$/, { error: 'region.syntax' })

/** The registration form. What may be null is what a draft may still lack; submitting asks for it. */
const fields = {
  title: Line(300),
  sellerKind: z.enum(codesOf(PARTY_KINDS)),
  sellerRegionCode: RegionCode,
  buyerKind: z.enum(codesOf(PARTY_KINDS)),
  buyerRegionCode: RegionCode,
  /** Type and sub-type by the law of the signing date: before 2021 a patent licence was a transfer. */
  type: z.enum(codesOf(CONTRACT_TYPES)),
  subType: z.enum(codesOf(CONTRACT_SUB_TYPES)).nullable(),
  contractAmountFen: FenAmount,
  technologyAmountFen: FenAmount,
  signedOn: DateText,
  effectiveOn: DateText,
  /** Null for a transfer of ownership, which has no end. */
  endsOn: DateText.nullable(),
  technicalField: z.enum(codesOf(TECHNICAL_FIELDS)).nullable(),
  planIndustry: z.enum(codesOf(PLAN_INDUSTRIES)).nullable(),
  ipKind: z.enum(codesOf(IP_KINDS)).nullable(),
  planSource: z.enum(codesOf(PLAN_SOURCES)),
  socioEconomicObjective: z.enum(codesOf(SOCIO_ECONOMIC_OBJECTIVES)).nullable(),
  paymentMethod: z.enum(codesOf(PAYMENT_METHODS)),
  /** Whether seller and buyer are related parties. */
  relatedParties: z.boolean(),
}

export const RegistrationForm = z.object(fields)
export type RegistrationForm = z.output<typeof RegistrationForm>

export const RegistrationFormField = RegistrationForm.keyof()

/** Everything but the contract is filled in from the contract, its listing and its parties; send only corrections. */
export const FileRegistrationInput = RegistrationForm.partial().extend({ contractId: Id })
export type FileRegistrationInput = z.output<typeof FileRegistrationInput>

/** `revision` is the one read before editing, so that two people cannot overwrite each other unseen. */
export const EditRegistrationInput = RegistrationForm.partial().extend({ revision: z.int().positive() })
export type EditRegistrationInput = z.output<typeof EditRegistrationInput>

/** `field` is a field of the form, or 'documents' for what came with it. */
export const CorrectionComment = z.object({
  field: z.enum([...RegistrationFormField.options, 'documents']),
  words: Line(500),
})
export const RequestCorrectionInput = z.object({ comments: z.array(CorrectionComment).min(1).max(40) })

/** `code` is one of the reasons the regime of the contract lists. */
export const RefusalReason = z.object({ code: Line(60), words: Prose(500).default('') })
export const RefuseRegistrationInput = z.object({ reasons: z.array(RefusalReason).min(1).max(20) })

export const ChangeRegistrationInput = RegistrationForm.partial().extend({ reason: Line(500) })
export type ChangeRegistrationInput = z.output<typeof ChangeRegistrationInput>

export const RegistrationReasonInput = z.object({ reason: Line(500) })
