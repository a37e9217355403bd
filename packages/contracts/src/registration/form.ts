import {
  COUNTRIES,
  CURRENCIES,
  codesOf,
  ENTERPRISE_SCALES,
  IP_KINDS,
  NON_TECHNICAL_KINDS,
  PARTY_KINDS,
  PARTY_TRAITS,
  PAYMENT_METHODS,
  PLAN_INDUSTRIES,
  PLAN_SOURCES,
  SOCIO_ECONOMIC_OBJECTIVES,
  TECHNICAL_FIELDS,
} from '@market/domain/codes'
import { CONTRACT_SUB_TYPES, CONTRACT_TYPES } from '@market/domain/regimes'
import { z } from 'zod'
import { DateText, FenAmount, Id, Line, OptionalLine, Prose } from '../shared/index.ts'

const RegionCode = z.string().regex(/^\d{6}$/, { error: 'region.syntax' })

const IndustryClass = z.string().regex(/^([A-T]\d{0,4}|\d{1,4})$/, { error: 'industry.syntax' })
const NotNegativeFen = z.int().min(0).max(900_000_000_000_000)

/** One line of what explains contract minus technology amount. */
const NonTechnicalItem = z.object({
  kind: z.enum(codesOf(NON_TECHNICAL_KINDS)),
  words: OptionalLine(200),
  amountFen: FenAmount,
})

/** What the national form asks of a party beside kind and place. */
const PartyProfile = z.object({
  traits: z.array(z.enum(codesOf(PARTY_TRAITS))).max(PARTY_TRAITS.length),
  scale: z.enum(codesOf(ENTERPRISE_SCALES)).nullable(),
  address: OptionalLine(200),
  postcode: OptionalLine(20),
  representative: OptionalLine(80),
  contact: OptionalLine(80),
  phone: OptionalLine(40),
})

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
  /** Customs codes of three digits; a party abroad has the region '000000'. */
  sellerCountry: z.enum(codesOf(COUNTRIES)),
  buyerCountry: z.enum(codesOf(COUNTRIES)),
  /** GB/T 4754, division or finer: what the technology is for, and what the parties do. */
  industryClass: IndustryClass.nullable(),
  sellerIndustryClass: IndustryClass.nullable(),
  buyerIndustryClass: IndustryClass.nullable(),
  sellerProfile: PartyProfile.nullable(),
  buyerProfile: PartyProfile.nullable(),
  /** Expected additional input and output of the buyer; asked for transfers and licences. */
  addedInputFen: NotNegativeFen.nullable(),
  addedOutputFen: NotNegativeFen.nullable(),
  /** Of the contract. Unless CNY, amount, rate and day follow, and the contract amount is their product in fen. */
  currency: z.enum(codesOf(CURRENCIES)),
  /** In hundredths of the currency's unit. */
  currencyAmountCents: FenAmount.nullable(),
  /** Yuan for one unit of the currency. */
  exchangeRate: z
    .string()
    .regex(/^\d{1,9}(\.\d{1,8})?$/, { error: 'registration.rate_malformed' })
    .nullable(),
  exchangeRateOn: DateText.nullable(),
  /** Explains contract minus technology amount, to the fen; empty when nobody has broken it down. */
  nonTechnicalItems: z.array(NonTechnicalItem).max(50),
  /** Complete sets of carriers counted as technology. */
  carrierSets: z.int().min(0).max(10_000).nullable(),
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

/** `version` is the one the new facts were written against; sent, a change made meanwhile is not overwritten. */
export const ChangeRegistrationInput = RegistrationForm.partial().extend({
  reason: Line(500),
  version: z.int().positive().optional(),
})
export type ChangeRegistrationInput = z.output<typeof ChangeRegistrationInput>

export const RegistrationReasonInput = z.object({ reason: Line(500) })
