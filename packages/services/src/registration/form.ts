import type { RegistrationRecord } from './records.ts'

const FORM_FIELDS = [
  'title',
  'sellerKind',
  'sellerRegionCode',
  'buyerKind',
  'buyerRegionCode',
  'type',
  'subType',
  'contractAmountFen',
  'technologyAmountFen',
  'signedOn',
  'effectiveOn',
  'endsOn',
  'technicalField',
  'planIndustry',
  'ipKind',
  'planSource',
  'socioEconomicObjective',
  'paymentMethod',
  'relatedParties',
  'sellerCountry',
  'buyerCountry',
  'industryClass',
  'sellerIndustryClass',
  'buyerIndustryClass',
  'sellerProfile',
  'buyerProfile',
  'addedInputFen',
  'addedOutputFen',
  'currency',
  'currencyAmountCents',
  'exchangeRate',
  'exchangeRateOn',
  'nonTechnicalItems',
  'carrierSets',
] as const satisfies readonly (keyof RegistrationRecord)[]
export type RegistrationFormField = (typeof FORM_FIELDS)[number]
export type RegistrationForm = Pick<RegistrationRecord, RegistrationFormField>
/** Fields left out, or undefined, stay as they are. */
export type RegistrationFormChange = {
  [Field in RegistrationFormField]?: RegistrationForm[Field] | undefined
}

/** What the contract itself states; a later filing reads it from there. */
const CONTRACT_FIELDS: readonly RegistrationFormField[] = [
  'title',
  'type',
  'subType',
  'contractAmountFen',
  'technologyAmountFen',
  'signedOn',
  'effectiveOn',
  'endsOn',
]

/** What a form says beyond its contract. */
export const beyondContract = (form: RegistrationForm): RegistrationFormChange => {
  const own = FORM_FIELDS.filter((field) => !CONTRACT_FIELDS.includes(field))
  return Object.fromEntries(own.map((field) => [field, form[field]]))
}

/** The form's fields of a wider record. */
export const formOf = (source: RegistrationForm): RegistrationForm => {
  const entries = FORM_FIELDS.map((field) => [field, source[field]])
  return Object.fromEntries(entries) as RegistrationForm
}

/** The form with the corrections laid over it. */
export const corrected = (form: RegistrationForm, change: RegistrationFormChange): RegistrationForm => {
  const given = Object.entries(change).filter(([, value]) => value !== undefined)
  return formOf({ ...form, ...Object.fromEntries(given) })
}

const inOrder = (_key: string, part: unknown): unknown =>
  part !== null && typeof part === 'object' && !Array.isArray(part)
    ? Object.fromEntries(Object.entries(part).sort(([left], [right]) => (left < right ? -1 : 1)))
    : part

/** The database hands objects back with their keys in its own order, and decimals with all their zeros. */
const plain = (field: RegistrationFormField, value: unknown): string =>
  field === 'exchangeRate' && typeof value === 'string'
    ? String(Number(value))
    : JSON.stringify(value, inOrder)

/** Fields in which two forms differ. */
export const differingFields = (left: RegistrationForm, right: RegistrationForm): RegistrationFormField[] =>
  FORM_FIELDS.filter((field) => plain(field, left[field]) !== plain(field, right[field]))
