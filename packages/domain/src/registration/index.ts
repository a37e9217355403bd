export {
  decisionDueOn,
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
export { type RegistrationForm, registrationProblems, suggestIpKind } from './registration-form.ts'
export { formatRegistrationNumber, numberSeriesOf } from './registration-number.ts'
export * from './states.ts'
