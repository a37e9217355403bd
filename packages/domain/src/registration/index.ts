export { daysLeft, deadlineOf, decisionDueOn } from './deadline.ts'
export {
  requireKnownReasons,
  requireOtherPerson,
  requireRegisteredAfterSubmitted,
} from './examination.ts'
export {
  type FingerprintFacts,
  fingerprint,
  isNearMatch,
  LIKENESSES,
  type Likeness,
  likenessOf,
  normalizeTitle,
} from './fingerprint.ts'
export {
  ABROAD_REGION,
  applicantSideOf,
  cnyEquivalentFen,
  countryOfRegion,
  EMPTY_SUPPLEMENT,
  type FormSupplement,
  HOME_COUNTRY,
  type NonTechnicalItem,
  type PartyProfile,
  suggestParty,
} from './form-supplement.ts'
export * from './imports/index.ts'
export {
  ENOUGH_COMPARABLES,
  INTEGRITY_FLAGS,
  type IntegrityDeal,
  type IntegrityFlag,
  type Kinship,
  priceFlag,
  ROUND_TRIP_DAYS,
  relatedPartiesFlag,
  roundTripFlag,
  splittingFlag,
} from './integrity.ts'
export {
  NEAR_LIKENESSES,
  type NearMatch,
  type NearMatchFacts,
  nearMatchOf,
  SIMILAR_TITLE,
  titleSimilarity,
} from './near-match.ts'
export {
  contractFacts,
  filingFacts,
  PRECHECK_STAGES,
  type PrecheckDeal,
  type PrecheckFacts,
  type PrecheckNotice,
  type PrecheckStage,
} from './precheck/facts.ts'
export { PRECHECK_SEVERITIES, PRECHECK_THEMES, type PrecheckRule } from './precheck/rule.ts'
export {
  blockingProblems,
  fillIn,
  findPrecheckRule,
  PRECHECK_RULE_SET,
  PRECHECK_RULES,
  type PrecheckFinding,
  regimesOfRule,
  runPrecheck,
  themeOf,
} from './precheck/run-precheck.ts'
export { type RegistrationForm, registrationProblems, suggestIpKind } from './registration-form.ts'
export { formatRegistrationNumber, numberSeriesOf } from './registration-number.ts'
export { standsInArea } from './registry-area.ts'
export * from './states.ts'
export * from './tax-evidence.ts'
