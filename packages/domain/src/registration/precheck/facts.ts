import type {
  IpKind,
  ListingKind,
  PaymentMethod,
  PlanSource,
  PriceMode,
  RightKind,
  RightLegalStatus,
  SocioEconomicObjective,
} from '../../codes/index.ts'
import {
  type ContractDraft,
  licenceEndProblems,
  readinessProblems,
  type TextFacts,
} from '../../contracts/index.ts'
import type { CalendarDate, Fen, FieldProblem, OrganizationKind } from '../../index.ts'
import type { TermSheet } from '../../licensing/index.ts'
import type { ContractSubType, ContractType } from '../../regimes/index.ts'
import type { FormSupplement } from '../form-supplement.ts'
import { type RegistrationForm, registrationProblems } from '../registration-form.ts'

/** When the rules are run: over a contract still being written, at the filing, and by the registrar. */
export const PRECHECK_STAGES = ['contract', 'filing', 'review'] as const
export type PrecheckStage = (typeof PRECHECK_STAGES)[number]

export interface PrecheckParty {
  organizationKind: OrganizationKind
  stateOwned: boolean
}

export interface PrecheckRight {
  kind: RightKind
  number: string | null
  ownerNames: readonly string[]
  filedOn: CalendarDate | null
  expiresOn: CalendarDate | null
  legalStatus: RightLegalStatus
}

/** The public notice on record, as far as the duties of the seller go. */
export interface PrecheckNotice {
  /** Last day of its period. */
  endsOn: CalendarDate
  /** Objections nobody decided, or that were found right. */
  standingObjections: number
  /** Whether the collective decision on the price is recorded. */
  decided: boolean
  relatedParty: boolean
}

/** What the deal behind the form tells: terms, listing, rights and parties. */
export interface PrecheckDeal {
  terms: TermSheet
  /** What it says of the subject; without a kind where the deal stands on a proposal to a need. */
  listing: { kind: ListingKind | null; priceMode: PriceMode | null; maturityLevel: number | null }
  rights: readonly PrecheckRight[]
  seller: PrecheckParty
  buyer: PrecheckParty
  /** Copies of the signed contract at hand. */
  signedFiles: number
  /** What the market's own text of it says; left out where it has none. */
  text?: TextFacts
  /** Left out where none was posted. */
  notice?: PrecheckNotice
  /** The inventors' part of the net income in hundredths of a percent; left out until a split is approved. */
  rewardPart?: number
}

/** What only the registration form states; null while there is none. */
export interface PrecheckFiling extends FormSupplement {
  ipKind: IpKind | null
  planSource: PlanSource
  paymentMethod: PaymentMethod
  socioEconomicObjective: SocioEconomicObjective | null
  relatedParties: boolean
}

export interface PrecheckFacts extends PrecheckDeal {
  stage: PrecheckStage
  /** The day of the check; of an application once there is one. */
  on: CalendarDate
  /** What the blocking core found. */
  problems: readonly FieldProblem[]
  title: string
  type: ContractType
  subType: ContractSubType | null
  contractAmountFen: Fen
  technologyAmountFen: Fen
  signedOn: CalendarDate | null
  effectiveOn: CalendarDate | null
  endsOn: CalendarDate | null
  filing: PrecheckFiling | null
}

type ContractText = Omit<ContractDraft, 'rights' | 'transferMode'>

/** A contract as it is being written: what keeps it from being signed is what blocks. */
export const contractFacts = (
  deal: PrecheckDeal,
  contract: ContractText,
  on: CalendarDate,
): PrecheckFacts => ({
  ...deal,
  ...contract,
  stage: 'contract',
  on,
  problems: readinessProblems({
    ...contract,
    transferMode: deal.terms.transferMode,
    rights: deal.rights,
  }),
  filing: null,
})

/** A form as filed: what keeps it from being submitted is what blocks, the life of its patents included. */
export const filingFacts = (
  deal: PrecheckDeal,
  form: RegistrationForm & PrecheckFiling,
  on: CalendarDate,
  stage: 'filing' | 'review',
): PrecheckFacts => {
  const { title, type, subType, contractAmountFen, technologyAmountFen, signedOn, effectiveOn, endsOn } = form
  return {
    ...deal,
    ...{ title, type, subType, contractAmountFen, technologyAmountFen, signedOn, effectiveOn, endsOn },
    stage,
    on,
    problems: [
      ...registrationProblems(form, on),
      ...licenceEndProblems(deal.terms.transferMode, endsOn, deal.rights),
    ],
    filing: form,
  }
}
