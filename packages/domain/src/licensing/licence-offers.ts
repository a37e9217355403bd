import type { RightKind, TransferMode } from '../codes/index.ts'
import type { CalendarDate, Fen, FieldProblem, OrganizationKind } from '../index.ts'
import { isPatentKind } from '../listings/index.ts'
import type { TermSheet } from './term-sheet.ts'
import { exclusivityOf } from './term-sheet.ts'

/** Ways of licensing without talks: declared to everybody by law, or on an owner's standard terms. */
export const LICENCE_OFFER_KINDS = ['open', 'click'] as const
export type LicenceOfferKind = (typeof LICENCE_OFFER_KINDS)[number]

export const LICENCE_TIERS = ['open', 'research', 'small_firm', 'standard'] as const
export type LicenceTier = (typeof LICENCE_TIERS)[number]

export const LICENCE_OFFER_STATES = ['published', 'withdrawn'] as const
export type LicenceOfferState = (typeof LICENCE_OFFER_STATES)[number]

export const LICENCE_ORDER_STATES = ['awaiting_payment', 'active', 'lapsed'] as const
export type LicenceOrderState = (typeof LICENCE_ORDER_STATES)[number]

export interface TierTerms {
  tier: LicenceTier
  feeFen: Fen
  termMonths: number
}

/** What may be had beside the licence itself. */
export interface KnowHowBundle {
  trainingDays: number
  samples: string
  drawings: string
  /** On top of the licence fee. */
  feeFen: Fen
}

export interface LicenceOfferTerms {
  kind: LicenceOfferKind
  fieldOfUse: string
  territory: string
  conditionsZh: string
  conditionsEn: string
  tiers: readonly TierTerms[]
  knowHow: KnowHowBundle | null
}

export const modeOfOffer = (kind: LicenceOfferKind): TransferMode =>
  kind === 'open' ? 'open_licence' : 'ordinary_licence'

const MAX_TERM_MONTHS = 600
const isAmount = (fen: Fen): boolean => Number.isSafeInteger(fen) && fen > 0

const tierProblems = ({ feeFen, termMonths }: TierTerms, at: string): FieldProblem[] => {
  const problems: FieldProblem[] = []
  if (!isAmount(feeFen)) problems.push({ path: `${at}.feeFen`, code: 'money.must_be_positive' })
  if (!Number.isInteger(termMonths) || termMonths < 1 || termMonths > MAX_TERM_MONTHS) {
    const params = { min: 1, max: MAX_TERM_MONTHS }
    problems.push({ path: `${at}.termMonths`, code: 'terms.term_out_of_range', params })
  }
  return problems
}

const knowHowProblems = ({ trainingDays, samples, drawings, feeFen }: KnowHowBundle): FieldProblem[] => {
  const problems: FieldProblem[] = []
  const days = Number.isInteger(trainingDays) && trainingDays >= 0 && trainingDays <= 365
  if (!days) problems.push({ path: 'knowHow.trainingDays', code: 'field.invalid_value' })
  if (trainingDays === 0 && samples.trim() === '' && drawings.trim() === '') {
    problems.push({ path: 'knowHow.trainingDays', code: 'licence_offer.know_how_empty' })
  }
  if (!isAmount(feeFen)) problems.push({ path: 'knowHow.feeFen', code: 'money.must_be_positive' })
  return problems
}

/** What keeps these terms from being published on a listing that offers these modes. */
export const licenceOfferProblems = (
  terms: LicenceOfferTerms,
  offeredModes: readonly TransferMode[],
): FieldProblem[] => {
  const { kind, tiers, knowHow } = terms
  const problems: FieldProblem[] = []
  if (!offeredModes.includes(modeOfOffer(kind))) {
    problems.push({ path: 'kind', code: 'licence_offer.mode_not_listed' })
  }
  for (const path of ['fieldOfUse', 'territory'] as const) {
    if (terms[path].trim() === '') problems.push({ path, code: 'field.required' })
  }
  if ((terms.conditionsZh.trim() === '') !== (terms.conditionsEn.trim() === '')) {
    const path = terms.conditionsZh.trim() === '' ? 'conditionsZh' : 'conditionsEn'
    problems.push({ path, code: 'field.required' })
  }
  const known = tiers.every(({ tier }) => (kind === 'open') === (tier === 'open'))
  const once = new Set(tiers.map(({ tier }) => tier)).size === tiers.length
  if (tiers.length === 0 || !known || !once) problems.push({ path: 'tiers', code: 'licence_offer.tiers' })
  problems.push(...tiers.flatMap((tier) => tierProblems(tier, `tiers.${tier.tier}`)))
  if (knowHow) problems.push(...knowHowProblems(knowHow))
  return problems
}

const RESEARCHERS: readonly OrganizationKind[] = ['university', 'institute']
const FIRMS: readonly OrganizationKind[] = ['company', 'provider']

/** Whom a tier is for; that a firm is small it states itself. */
export const isEligible = (tier: LicenceTier, kind: OrganizationKind | null): boolean => {
  if (tier === 'research') return kind !== null && RESEARCHERS.includes(kind)
  if (tier === 'small_firm') return kind !== null && FIRMS.includes(kind)
  return true
}

/** What a licence costs with or without the know-how. */
export const feeOfOrder = (tier: TierTerms, knowHow: KnowHowBundle | null): Fen =>
  tier.feeFen + (knowHow?.feeFen ?? 0)

/** The terms a contract states for a tier: one fixed sum, paid before the licence takes effect. */
export const termsOfOrder = (
  offer: LicenceOfferTerms & { territoryCodes: readonly string[] },
  tier: TierTerms,
  knowHow: KnowHowBundle | null,
): TermSheet => {
  const transferMode = modeOfOffer(offer.kind)
  const totalFen = feeOfOrder(tier, knowHow)
  return {
    transferMode,
    exclusivity: exclusivityOf(transferMode),
    fieldOfUse: offer.fieldOfUse,
    territory: offer.territory,
    ...(offer.territoryCodes.length > 0 ? { territoryCodes: [...offer.territoryCodes] } : {}),
    termMonths: tier.termMonths,
    upfrontFen: totalFen,
    royaltyRatePercent: null,
    totalFen,
    sublicence: 'none',
    improvements: 'each_own',
    ...(knowHow && knowHow.trainingDays > 0 ? { knowHowDays: knowHow.trainingDays } : {}),
  }
}

/** How a right stands, as far as it decides whether it may be licensed to everybody. */
export interface OfferedRight {
  name: string
  kind: RightKind
  inForce: boolean
  preserved: boolean
  /** The annual fee is known to be overdue. */
  feeOverdue: boolean
  /** The office has published the declaration, and it was not withdrawn. */
  openLicenceSince: CalendarDate | null
  /** An exclusive or sole licence of it is in force. */
  closed: boolean
}

const NEED_REPORT: readonly RightKind[] = ['utility_model', 'design_patent']

const barsOf = (kind: LicenceOfferKind, right: OfferedRight, evaluationReport: string): string[] => [
  ...(right.inForce ? [] : ['right_not_in_force']),
  ...(right.preserved ? ['right_preserved'] : []),
  ...(right.closed ? ['right_closed'] : []),
  ...(kind === 'click'
    ? []
    : [
        ...(isPatentKind(right.kind) ? [] : ['not_a_patent']),
        ...(right.feeOverdue ? ['fee_overdue'] : []),
        ...(right.openLicenceSince === null ? ['not_declared'] : []),
        ...(NEED_REPORT.includes(right.kind) && evaluationReport.trim() === '' ? ['report_missing'] : []),
      ]),
]

/**
 * What bars an offer of these rights. An open licence needs granted patents with fees paid, an evaluation report for
 * utility models and designs, and the office's publication (Patent Law arts. 50–51; implementing rules, rules 85–86).
 */
export const licenceOfferBars = (
  kind: LicenceOfferKind,
  rights: readonly OfferedRight[],
  evaluationReport: string,
): FieldProblem[] => {
  if (kind === 'open' && rights.length === 0) {
    return [{ path: 'rights', code: 'licence_offer.no_patent' }]
  }
  return rights.flatMap((right) =>
    barsOf(kind, right, evaluationReport).map((bar) => ({
      path: bar === 'report_missing' ? 'evaluationReport' : 'rights',
      code: `licence_offer.${bar}`,
      params: { right: right.name },
    })),
  )
}

/** Fixed fees above this are unusual for an open licence: the office's guidance of July 2024; a warning, no bar. */
export const USUAL_OPEN_FEE_FEN: Fen = 2_000_000_000

/** Days after which an order that was not paid gives its place up; a rule of this market. */
export const ORDER_LAPSES_AFTER_DAYS = 30
