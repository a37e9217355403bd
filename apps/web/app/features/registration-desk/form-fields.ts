import type { RegistrationForm } from '@market/contracts/registration'

export type FormField = keyof RegistrationForm

const partyFields = <Side extends 'seller' | 'buyer'>(side: Side) =>
  [
    `${side}Kind`,
    `${side}Country`,
    `${side}RegionCode`,
    `${side}IndustryClass`,
    `${side}Profile`,
  ] as const satisfies readonly FormField[]

/** The form in the order it is read; the sub-type is chosen together with the type. */
export const FORM_SECTIONS = [
  { key: 'contract', fields: ['title', 'type', 'signedOn', 'effectiveOn', 'endsOn'] },
  { key: 'seller', fields: partyFields('seller') },
  { key: 'buyer', fields: [...partyFields('buyer'), 'relatedParties'] },
  {
    key: 'amounts',
    fields: ['contractAmountFen', 'technologyAmountFen', 'nonTechnicalItems', 'carrierSets', 'paymentMethod'],
  },
  { key: 'currency', fields: ['currency', 'currencyAmountCents', 'exchangeRate', 'exchangeRateOn'] },
  {
    key: 'classes',
    fields: [
      'technicalField',
      'industryClass',
      'planIndustry',
      'ipKind',
      'planSource',
      'socioEconomicObjective',
    ],
  },
  { key: 'effect', fields: ['addedInputFen', 'addedOutputFen'] },
] as const satisfies readonly { key: string; fields: readonly FormField[] }[]

/** Where the form begins on its page. */
export const FORM_ID = 'form'

/** Fields that carry their own findings on the page. */
export const SHOWN_FIELDS: readonly ShownField[] = FORM_SECTIONS.flatMap(({ fields }) => [...fields])

export type FormSectionKey = (typeof FORM_SECTIONS)[number]['key']
export type ShownField = (typeof FORM_SECTIONS)[number]['fields'][number]

/** What the national form asks of a party in one line each. */
export const PROFILE_LINES = [
  { part: 'representative', maxLength: 80 },
  { part: 'address', maxLength: 200 },
  { part: 'postcode', maxLength: 20 },
  { part: 'contact', maxLength: 80 },
  { part: 'phone', maxLength: 40 },
] as const
