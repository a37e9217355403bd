export * from './cooperation.ts'
export { type Judgement, type Learnt, learnFrom } from './learn.ts'
export { NEED_LIMITS } from './limits.ts'
export {
  MATCH_FACTORS,
  type MatchConcernCode,
  type MatchFactor,
  SHOWN_FROM,
  TOLD_FROM,
} from './match-weights.ts'
export {
  isLongDeadline,
  type NeedFacts,
  needProblems,
  needSlips,
  USUAL_LIMIT_YEARS,
} from './need-problems.ts'
export { type Proposal, proposalProblems } from './proposal.ts'
export { type ReadableNeed, relationsToNeed } from './readers.ts'
export {
  type Match,
  type MatchConcern,
  type MatchedListing,
  type MatchedNeed,
  type MatchReason,
  type Rarity,
  scoreMatch,
} from './score-match.ts'
export * from './states.ts'
export { applicationOf, type NeedWords, openingFen, resultOwnerOf } from './talks-start.ts'
