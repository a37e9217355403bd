import {
  COUNTRIES,
  type Country,
  CURRENCIES,
  type Currency,
  type EnterpriseScale,
  isCodeOf,
  type NonTechnicalKind,
  type PartyTrait,
} from '../codes/index.ts'
import {
  identifierFieldProblem,
  parseIndustryCode,
  parseRegionCode,
  provinceOf,
} from '../identifiers/index.ts'
import type { CalendarDate, Fen, FieldProblem, OrganizationKind } from '../index.ts'
import type { Regime } from '../regimes/index.ts'

/** One line of the table that explains what lies between contract amount and technology amount. */
export interface NonTechnicalItem {
  kind: NonTechnicalKind
  words: string
  amountFen: Fen
}

/** What the national form asks of a party beside its kind and place. */
export interface PartyProfile {
  traits: PartyTrait[]
  scale: EnterpriseScale | null
  address: string
  postcode: string
  representative: string
  contact: string
  phone: string
}

/** The rest of the national form. */
export interface FormSupplement {
  sellerCountry: Country
  buyerCountry: Country
  /** GB/T 4754 division or finer, of the contract and of both parties. */
  industryClass: string | null
  sellerIndustryClass: string | null
  buyerIndustryClass: string | null
  sellerProfile: PartyProfile | null
  buyerProfile: PartyProfile | null
  /** Expected additional input and output of the buyer; asked for transfers. */
  addedInputFen: Fen | null
  addedOutputFen: Fen | null
  /** The contract's own currency; the contract amount is then its equivalent in fen. */
  currency: Currency
  /** In hundredths of the currency's unit. */
  currencyAmountCents: number | null
  /** Yuan for one unit of the currency, a decimal with at most eight places. */
  exchangeRate: string | null
  exchangeRateOn: CalendarDate | null
  nonTechnicalItems: NonTechnicalItem[]
  /** Complete sets of carriers (rigs, samples) counted as technology. */
  carrierSets: number | null
}

export const HOME_COUNTRY = '142'
/** Stands where a region is asked of a party abroad. */
export const ABROAD_REGION = '000000'
const REGION_OF_COUNTRY: Partial<Record<Country, string>> = { 110: '810000', 121: '820000', 143: '710000' }

/** The country a domestic register knows a region to lie in. */
export const countryOfRegion = (regionCode: string): Country => {
  const found = COUNTRIES.find(({ code }) => REGION_OF_COUNTRY[code] === provinceOf(regionCode))
  return found?.code ?? HOME_COUNTRY
}

/** Technology that comes from outside the mainland to a buyer inside. */
const isImport = ({ sellerCountry, buyerCountry }: Pick<FormSupplement, 'sellerCountry' | 'buyerCountry'>) =>
  sellerCountry !== HOME_COUNTRY && buyerCountry === HOME_COUNTRY

/** The side that applies for registration: the seller, or for imports whoever the regime names. */
export const applicantSideOf = (
  { applicant }: Regime,
  countries: Pick<FormSupplement, 'sellerCountry' | 'buyerCountry'>,
): 'seller' | 'buyer' => (isImport(countries) ? applicant.imports : applicant.side)

const RATE = /^\d{1,9}(?:\.(\d{1,8}))?$/

/** The amount in fen, exact and rounded half up; null when the rate is no decimal above zero. */
export const cnyEquivalentFen = (amountCents: number, exchangeRate: string): Fen | null => {
  const decimals = RATE.exec(exchangeRate)
  if (!decimals || !Number.isSafeInteger(amountCents)) return null
  const scale = 10n ** BigInt(decimals[1]?.length ?? 0)
  const rate = BigInt(exchangeRate.replace('.', ''))
  const fen = Number((BigInt(amountCents) * rate * 2n + scale) / (scale * 2n))
  return rate > 0n && Number.isSafeInteger(fen) ? fen : null
}

const CURRENCY_FIELDS = ['currencyAmountCents', 'exchangeRate', 'exchangeRateOn'] as const

const currencyProblems = (
  form: FormSupplement & { contractAmountFen: Fen },
  appliedOn: CalendarDate,
): FieldProblem[] => {
  if (form.currency === 'CNY') {
    return CURRENCY_FIELDS.filter((path) => form[path] !== null).map((path) => ({
      path,
      code: 'registration.no_foreign_currency',
    }))
  }
  const { currencyAmountCents, exchangeRate, exchangeRateOn } = form
  if (currencyAmountCents === null || exchangeRate === null || exchangeRateOn === null) {
    return CURRENCY_FIELDS.filter((path) => form[path] === null).map((path) => ({
      path,
      code: 'field.required',
    }))
  }
  if (exchangeRateOn > appliedOn) return [{ path: 'exchangeRateOn', code: 'registration.rate_in_future' }]
  const expectedFen = cnyEquivalentFen(currencyAmountCents, exchangeRate)
  if (expectedFen === null) return [{ path: 'exchangeRate', code: 'registration.rate_malformed' }]
  if (expectedFen === form.contractAmountFen) return []
  return [{ path: 'contractAmountFen', code: 'registration.equivalent_differs', params: { expectedFen } }]
}

/** What a table of non-technical items leaves unexplained; zero when it is whole or there is none. */
export const unexplainedFen = (form: {
  contractAmountFen: Fen
  technologyAmountFen: Fen
  nonTechnicalItems: readonly NonTechnicalItem[]
}): Fen =>
  form.contractAmountFen -
  form.technologyAmountFen -
  form.nonTechnicalItems.reduce((sum, { amountFen }) => sum + amountFen, 0)

const breakdownProblems = (
  form: FormSupplement & { contractAmountFen: Fen; technologyAmountFen: Fen },
): FieldProblem[] => {
  const { nonTechnicalItems: items } = form
  const lines = items.flatMap(({ kind, words, amountFen }, index): FieldProblem[] => [
    ...(Number.isSafeInteger(amountFen) && amountFen > 0
      ? []
      : [{ path: `nonTechnicalItems.${index}.amountFen`, code: 'money.must_be_positive' }]),
    ...(kind === 'other' && words.trim() === ''
      ? [{ path: `nonTechnicalItems.${index}.words`, code: 'field.required' }]
      : []),
  ])
  const restFen = unexplainedFen(form)
  if (lines.length > 0 || items.length === 0 || restFen === 0) return lines
  return [{ path: 'nonTechnicalItems', code: 'registration.breakdown_differs', params: { restFen } }]
}

const industryProblems = (form: FormSupplement): FieldProblem[] =>
  (['industryClass', 'sellerIndustryClass', 'buyerIndustryClass'] as const).flatMap((path) => {
    const code = form[path]
    const result = code === null ? null : parseIndustryCode(code)
    return result === null || result.ok ? [] : [identifierFieldProblem(path, result)]
  })

const countProblems = (form: FormSupplement): FieldProblem[] =>
  (['addedInputFen', 'addedOutputFen', 'carrierSets'] as const)
    .filter((path) => form[path] !== null && !(Number.isSafeInteger(form[path]) && Number(form[path]) >= 0))
    .map((path) => ({ path, code: 'registration.not_negative' }))

const codeProblems = (form: FormSupplement): FieldProblem[] => [
  ...(['sellerCountry', 'buyerCountry'] as const)
    .filter((path) => !isCodeOf(COUNTRIES, form[path]))
    .map((path) => ({ path, code: 'registration.country_unknown' })),
  ...(isCodeOf(CURRENCIES, form.currency)
    ? []
    : [{ path: 'currency', code: 'registration.currency_unknown' }]),
]

/** The region a party of this country must state: anywhere at home, its own in Hong Kong, Macao and Taiwan, none abroad. */
export const partyRegionProblems = (
  path: 'sellerRegionCode' | 'buyerRegionCode',
  regionCode: string,
  country: Country,
): FieldProblem[] => {
  const expected = country === HOME_COUNTRY ? null : (REGION_OF_COUNTRY[country] ?? ABROAD_REGION)
  if (expected === ABROAD_REGION) {
    return regionCode === expected ? [] : [{ path, code: 'region.of_other_country', params: { expected } }]
  }
  const result = parseRegionCode(regionCode)
  if (!result.ok) return [identifierFieldProblem(path, result)]
  const elsewhere = countryOfRegion(result.value) !== country
  return elsewhere
    ? [{ path, code: 'region.of_other_country', params: { expected: expected ?? '11-65' } }]
    : []
}

/** What is wrong with the rest of the form on the day of application. */
export const supplementProblems = (
  form: FormSupplement & { contractAmountFen: Fen; technologyAmountFen: Fen },
  appliedOn: CalendarDate,
): FieldProblem[] => [
  ...codeProblems(form),
  ...industryProblems(form),
  ...countProblems(form),
  ...currencyProblems(form, appliedOn),
  ...breakdownProblems(form),
]

const INDUSTRY_OF_KIND: Partial<Record<OrganizationKind, string>> = {
  university: '83',
  institute: '73',
  agency: '75',
}
const TRAIT_OF_KIND: Partial<Record<OrganizationKind, PartyTrait>> = {
  institute: 'research_body',
  agency: 'transfer_institution',
}

/** What the kind of an organization already tells of a party. */
export const suggestParty = (
  kind: OrganizationKind,
): { industryClass: string | null; profile: PartyProfile } => {
  const trait = TRAIT_OF_KIND[kind]
  const texts = { address: '', postcode: '', representative: '', contact: '', phone: '' }
  return {
    industryClass: INDUSTRY_OF_KIND[kind] ?? null,
    profile: { traits: trait ? [trait] : [], scale: null, ...texts },
  }
}

/** A form that states none of it. */
export const EMPTY_SUPPLEMENT: FormSupplement = {
  sellerCountry: HOME_COUNTRY,
  buyerCountry: HOME_COUNTRY,
  industryClass: null,
  sellerIndustryClass: null,
  buyerIndustryClass: null,
  sellerProfile: null,
  buyerProfile: null,
  addedInputFen: null,
  addedOutputFen: null,
  currency: 'CNY',
  currencyAmountCents: null,
  exchangeRate: null,
  exchangeRateOn: null,
  nonTechnicalItems: [],
  carrierSets: null,
}
