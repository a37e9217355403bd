import type { RegistrationForm } from '@market/contracts/registration'

export type FormField = keyof RegistrationForm

/** The form in the order it is read; the sub-type is chosen together with the type. */
export const FORM_SECTIONS = [
  { key: 'contract', fields: ['title', 'type', 'signedOn', 'effectiveOn', 'endsOn'] },
  {
    key: 'parties',
    fields: ['sellerKind', 'sellerRegionCode', 'buyerKind', 'buyerRegionCode', 'relatedParties'],
  },
  { key: 'amounts', fields: ['contractAmountFen', 'technologyAmountFen', 'paymentMethod'] },
  {
    key: 'classes',
    fields: ['technicalField', 'planIndustry', 'ipKind', 'planSource', 'socioEconomicObjective'],
  },
] as const satisfies readonly { key: string; fields: readonly FormField[] }[]

/** Where the form begins on its page. */
export const FORM_ID = 'form'

/** Fields that carry their own findings on the page. */
export const SHOWN_FIELDS: readonly ShownField[] = FORM_SECTIONS.flatMap(({ fields }) => [...fields])

export type FormSectionKey = (typeof FORM_SECTIONS)[number]['key']
export type ShownField = (typeof FORM_SECTIONS)[number]['fields'][number]
