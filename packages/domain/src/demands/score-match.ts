import type { BudgetMode, CooperationMode, PriceMode, TransferMode } from '../codes/index.ts'
import { tellingAmong } from '../discovery/index.ts'
import type { CalendarDate, Fen } from '../index.ts'
import { transferModesOf } from './cooperation.ts'
import type { Learnt } from './learn.ts'
import {
  CONCERN_POINTS,
  type MatchConcernCode,
  type MatchFactor,
  SUBJECT_FACTORS,
  SUBJECT_FIRM,
  TERMS_HALF,
} from './match-weights.ts'

interface Classes {
  id: string
  terms: ReadonlySet<string>
  technicalField: string | null
  planIndustry: string | null
  industryClass: string | null
  ipcSymbols: readonly string[]
  maturityLevel: number | null
  regionCode: string
}

export interface MatchedNeed extends Classes {
  cooperationModes: readonly CooperationMode[]
  budgetMode: BudgetMode | null
  budgetMaxFen: Fen | null
}

export interface MatchedListing extends Classes {
  transferModes: readonly TransferMode[]
  priceMode: PriceMode | null
  priceFen: Fen | null
  /** May be asked for: published, or under negotiation. */
  available: boolean
  /** Every right it offers has ended. */
  rightsLapsed: boolean
  /** Last day of an exclusive or sole licence in force; null when there is none, '' when it has no end. */
  exclusiveUntil: CalendarDate | '' | null
}

export interface MatchReason {
  factor: MatchFactor
  points: number
  /** The words or codes both have. */
  shared: string[]
}

export interface MatchConcern {
  code: MatchConcernCode
  points: number
  params: Record<string, string | number>
}

export interface Match {
  /** 0 to 100. */
  score: number
  reasons: MatchReason[]
  concerns: MatchConcern[]
}

/** 0 for a word in every listing, 1 for one in hardly any. */
export type Rarity = (term: string) => number

interface Agreement {
  /** 0 to 1. */
  share: number
  shared?: string[]
}

const SHOWN_TERMS = 8
const NONE: Agreement = { share: 0 }

const termsAlike = (need: MatchedNeed, listing: MatchedListing, rarity: Rarity): Agreement => {
  const shared = [...need.terms]
    .filter((term) => listing.terms.has(term))
    .map((term) => ({ term, rarity: rarity(term) }))
  // Squared: many common words must not outweigh one that names the thing.
  const sum = shared.reduce((total, { rarity: rare }) => total + rare ** 2, 0)
  const telling = tellingAmong(shared).slice(0, SHOWN_TERMS)
  const terms = telling.map(({ term }) => term)
  // 成分 adds nothing beside 有效成分.
  const whole = terms.filter((term) => !terms.some((other) => other !== term && other.includes(term)))
  return { share: sum / (sum + TERMS_HALF), shared: whole }
}

const subclass = (symbol: string): string => symbol.slice(0, 4)

const ipcAlike = (need: MatchedNeed, listing: MatchedListing): Agreement => {
  const same = need.ipcSymbols.filter((symbol) => listing.ipcSymbols.includes(symbol))
  if (same.length > 0) return { share: 1, shared: same }
  const theirs = new Set(listing.ipcSymbols.map(subclass))
  const near = [...new Set(need.ipcSymbols.map(subclass))].filter((symbol) => theirs.has(symbol))
  return near.length > 0 ? { share: 0.7, shared: near } : NONE
}

const sameCode = (left: string | null, right: string | null): Agreement =>
  left !== null && left === right ? { share: 1, shared: [left] } : NONE

/** Two industries agree as far as their codes do: division, group, class. */
const industryAlike = (left: string | null, right: string | null): Agreement => {
  if (left === null || right === null) return NONE
  const digits = [left, right].map((code) => code.replace(/^[A-T]/, ''))
  const [a = '', b = ''] = digits
  if (a.slice(0, 2) !== b.slice(0, 2)) return NONE
  return { share: a === b ? 1 : 0.6, shared: [left] }
}

const maturityAlike = (need: MatchedNeed, listing: MatchedListing): Agreement => {
  if (need.maturityLevel === null || listing.maturityLevel === null) return { share: 0.5 }
  const gap = need.maturityLevel - listing.maturityLevel
  return { share: gap <= 0 ? 1 : Math.max(0, 0.6 - 0.3 * gap) }
}

const modesAlike = (need: MatchedNeed, listing: MatchedListing): Agreement => {
  const shared = transferModesOf(need.cooperationModes).filter((mode) => listing.transferModes.includes(mode))
  return shared.length > 0 ? { share: 1, shared } : NONE
}

const priceAlike = (need: MatchedNeed, listing: MatchedListing): Agreement => {
  if (need.budgetMaxFen === null || listing.priceFen === null) return { share: 0.5 }
  return { share: listing.priceFen <= need.budgetMaxFen ? 1 : 0 }
}

const regionAlike = (need: MatchedNeed, listing: MatchedListing): Agreement => {
  const alike = (digits: number) => need.regionCode.slice(0, digits) === listing.regionCode.slice(0, digits)
  if (alike(4)) return { share: 1, shared: [listing.regionCode] }
  return alike(2) ? { share: 0.5, shared: [listing.regionCode] } : NONE
}

const agreements = (
  need: MatchedNeed,
  listing: MatchedListing,
  rarity: Rarity,
): Record<MatchFactor, Agreement> => ({
  terms: termsAlike(need, listing, rarity),
  ipc: ipcAlike(need, listing),
  field: sameCode(need.technicalField, listing.technicalField),
  planIndustry: sameCode(need.planIndustry, listing.planIndustry),
  industryClass: industryAlike(need.industryClass, listing.industryClass),
  maturity: maturityAlike(need, listing),
  modes: modesAlike(need, listing),
  price: priceAlike(need, listing),
  region: regionAlike(need, listing),
})

const concern = (code: MatchConcernCode, params: MatchConcern['params'] = {}, times = 1): MatchConcern => ({
  code,
  points: CONCERN_POINTS[code] * times,
  params,
})

const MOST_LEVELS = 4

/** Everything that speaks against a pair, whoever looks at it. */
const concernsOf = (need: MatchedNeed, listing: MatchedListing): MatchConcern[] => {
  const found: MatchConcern[] = []
  const { maturityLevel: wanted, budgetMaxFen } = need
  const { maturityLevel: level, priceFen, exclusiveUntil } = listing
  if (wanted !== null && level !== null && level < wanted) {
    found.push(concern('maturity_too_low', { level, wanted }, Math.min(wanted - level, MOST_LEVELS)))
  }
  if (budgetMaxFen !== null && priceFen !== null && priceFen > budgetMaxFen) {
    found.push(concern('over_budget', { priceFen, budgetMaxFen }))
  }
  if (need.cooperationModes.length > 0 && modesAlike(need, listing).share === 0) {
    found.push(concern('mode_not_offered'))
  }
  if (!listing.available) found.push(concern('not_available'))
  if (listing.rightsLapsed) found.push(concern('right_lapsed'))
  if (exclusiveUntil !== null) found.push(concern('exclusive_in_force', { until: exclusiveUntil }))
  return found
}

/** What was learnt from earlier judgements; `other` is the record being ranked. */
const learntConcerns = (other: Classes, { unfitIds, wrongFields }: Learnt): MatchConcern[] => [
  ...(unfitIds.has(other.id) ? [concern('judged_unfit')] : []),
  ...(other.technicalField !== null && wrongFields.has(other.technicalField)
    ? [concern('field_judged_wrong')]
    : []),
]

const round = (points: number): number => Math.round(points * 10) / 10

/**
 * How well a listing answers a need, with every reason for it and against it. `ranked` names the side being ranked,
 * to which what was learnt applies.
 */
export const scoreMatch = (
  need: MatchedNeed,
  listing: MatchedListing,
  { rarity, learnt, ranked }: { rarity: Rarity; learnt: Learnt; ranked: 'listing' | 'need' },
): Match => {
  const alike = agreements(need, listing, rarity)
  const factors = Object.keys(alike) as MatchFactor[]
  const worth = (factor: MatchFactor) => alike[factor].share * learnt.weights[factor]
  const subject = SUBJECT_FACTORS.reduce((total, factor) => total + worth(factor), 0)
  const firmness = Math.min(1, subject / SUBJECT_FIRM)
  const reasons = factors
    .map((factor) => ({
      factor,
      points: round(worth(factor) * (SUBJECT_FACTORS.includes(factor) ? 1 : firmness)),
      shared: alike[factor].shared ?? [],
    }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
  const concerns = [
    ...learntConcerns(ranked === 'listing' ? listing : need, learnt),
    ...concernsOf(need, listing),
  ]
  const sum = (parts: readonly { points: number }[]) => parts.reduce((total, { points }) => total + points, 0)
  return { score: Math.min(100, Math.max(0, Math.round(sum(reasons) - sum(concerns)))), reasons, concerns }
}
