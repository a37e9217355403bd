import type { MisfitReason } from '../codes/index.ts'

export const MATCH_FACTORS = [
  'terms',
  'ipc',
  'field',
  'planIndustry',
  'industryClass',
  'maturity',
  'modes',
  'price',
  'region',
] as const
export type MatchFactor = (typeof MATCH_FACTORS)[number]

export type MatchWeights = Readonly<Record<MatchFactor, number>>

/**
 * Points each agreement is worth; together 100. Shared rare words say most, for they name the very problem; classes
 * say it coarsely; maturity, modes, price and place only matter once the subject fits.
 */
export const MATCH_WEIGHTS: MatchWeights = {
  terms: 42,
  ipc: 13,
  field: 11,
  planIndustry: 7,
  industryClass: 4,
  maturity: 8,
  modes: 6,
  price: 5,
  region: 4,
}

/** Rarities of shared words that together fill half of their points: three quite rare words. */
export const TERMS_HALF = 2.4

/** What the two are about; the other factors are circumstances. */
export const SUBJECT_FACTORS: readonly MatchFactor[] = [
  'terms',
  'ipc',
  'field',
  'planIndustry',
  'industryClass',
]

/** Points of the subject from which the circumstances count in full; below, they count in proportion. */
export const SUBJECT_FIRM = 20

/** Points that what speaks against a pair takes away. */
export const CONCERN_POINTS = {
  maturity_too_low: 4,
  over_budget: 8,
  mode_not_offered: 6,
  right_lapsed: 30,
  exclusive_in_force: 25,
  not_available: 30,
  judged_unfit: 100,
  field_judged_wrong: 18,
} as const
export type MatchConcernCode = keyof typeof CONCERN_POINTS

/** How a reason for saying no moves the weights of that need: what was overlooked counts for more from now on. */
export const LESSONS: Readonly<Record<MisfitReason, Partial<Record<MatchFactor, number>>>> = {
  wrong_field: { field: 1.5, ipc: 1.25 },
  other_problem: { terms: 1.25, planIndustry: 0.75 },
  too_early: { maturity: 1.75 },
  too_expensive: { price: 2 },
  mode_unsuitable: { modes: 1.75 },
  too_far: { region: 2.5 },
  other: {},
}

/** No reason, however often given, makes a factor more than this many times its first weight. */
export const MOST_LEARNT = 3

/** Pairs below this are not worth anybody's time. */
export const SHOWN_FROM = 30
/** An owner is written to from here on. */
export const TOLD_FROM = 42
