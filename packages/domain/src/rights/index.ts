export { type BurdenedRight, disposesOfRight, type NeededConsent, neededConsents } from './consents.ts'
export {
  ENCUMBRANCE_FINDINGS,
  ENCUMBRANCE_TOPICS,
  type EncumbranceLine,
  encumbranceLines,
} from './encumbrances.ts'
export { type RightEvent, rightEventProblems, standingEvents } from './event.ts'
export { FEE_STAGES, type FeeFacts, type FeeStage, type NextFee, nextFeeOf } from './fees.ts'
export { formatShare, makeOneWhole, type OwnerPart, ownerProblems, parseShare, type Share } from './shares.ts'
export {
  type RecordedStanding,
  type RightRecordFacts,
  type RightStanding,
  readHistory,
  standingOf,
} from './standing.ts'
export { subjectOfRight } from './subject.ts'
