import type {
  IpKind,
  ListingKind,
  PartyKind,
  PlanIndustry,
  RightKind,
  TechnicalField,
} from '../codes/index.ts'
import { amountProblems, dateProblems } from '../contracts/index.ts'
import type { CalendarDate, Fen, FieldProblem } from '../index.ts'
import { type ContractSubType, type ContractType, isTypeOfRegime, regimeFor } from '../regimes/index.ts'
import {
  EMPTY_SUPPLEMENT,
  type FormSupplement,
  partyRegionProblems,
  supplementProblems,
} from './form-supplement.ts'

/** What the agency states about a signed contract when it files it. Null is what a draft may still lack. */
export interface RegistrationForm {
  title: string
  type: ContractType
  subType: ContractSubType | null
  contractAmountFen: Fen
  technologyAmountFen: Fen
  signedOn: CalendarDate
  effectiveOn: CalendarDate
  endsOn: CalendarDate | null
  technicalField: TechnicalField | null
  planIndustry: PlanIndustry | null
  ipKind: IpKind | null
  sellerKind: PartyKind
  buyerKind: PartyKind
  sellerRegionCode: string
  buyerRegionCode: string
}

const missingProblems = (form: RegistrationForm): FieldProblem[] =>
  (['technicalField', 'planIndustry', 'ipKind'] as const)
    .filter((path) => form[path] === null)
    .map((path) => ({ path, code: 'field.required' }))

const regionProblems = (form: RegistrationForm & FormSupplement): FieldProblem[] => [
  ...partyRegionProblems('sellerRegionCode', form.sellerRegionCode, form.sellerCountry),
  ...partyRegionProblems('buyerRegionCode', form.buyerRegionCode, form.buyerCountry),
]

const typeProblems = (form: RegistrationForm): FieldProblem[] => {
  const regime = regimeFor(form.signedOn)
  if (isTypeOfRegime(regime, form.type, form.subType)) return []
  return [{ path: 'type', code: 'contract.type_not_in_regime', params: { regime: regime.key } }]
}

/** The procedure in force on the day of application says whether it must fall inside the contract's validity. */
const applicationProblems = (form: RegistrationForm, appliedOn: CalendarDate): FieldProblem[] => {
  if (form.signedOn > appliedOn) return [{ path: 'signedOn', code: 'registration.signed_in_future' }]
  const { withinValidity } = regimeFor(appliedOn).application
  if (!withinValidity) return []
  if (form.effectiveOn > appliedOn) {
    return [{ path: 'effectiveOn', code: 'registration.not_yet_effective', params: { appliedOn } }]
  }
  if (form.endsOn !== null && form.endsOn < appliedOn) {
    return [{ path: 'endsOn', code: 'registration.validity_over', params: { appliedOn } }]
  }
  return []
}

/** What keeps a form from being submitted on this day; empty when it may go to the registrar. */
export const registrationProblems = (
  stated: RegistrationForm & Partial<FormSupplement>,
  appliedOn: CalendarDate,
): FieldProblem[] => {
  const form = { ...EMPTY_SUPPLEMENT, ...stated }
  return [
    ...(form.title.trim() === '' ? [{ path: 'title', code: 'field.required' }] : []),
    ...missingProblems(form),
    ...amountProblems(form),
    ...dateProblems(form),
    ...typeProblems(form),
    ...regionProblems(form),
    ...applicationProblems(form, appliedOn),
    ...supplementProblems(form, appliedOn),
  ]
}

const IP_KIND_OF_RIGHT: Readonly<Record<RightKind, IpKind>> = {
  invention_patent: 'invention_patent',
  utility_model: 'utility_model',
  design_patent: 'design_patent',
  patent_application: 'invention_patent',
  know_how: 'know_how',
  software_copyright: 'software_copyright',
  plant_variety: 'plant_animal_variety',
  ic_layout: 'ic_layout',
}

/** The register's kind of intellectual property a listing most likely falls under; its first right decides. */
export const suggestIpKind = (kind: ListingKind | null, rightKinds: readonly RightKind[]): IpKind => {
  const [first] = rightKinds
  if (first) return IP_KIND_OF_RIGHT[first]
  return kind === 'know_how' ? 'know_how' : 'none'
}
