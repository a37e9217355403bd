export { type ComparisonRow, comparisonProblems, isEmptyComparisonRow } from './comparison.ts'
export {
  type Completeness,
  type CompletenessExtras,
  type CompletenessGap,
  completeness,
} from './completeness.ts'
export * from './imports/index.ts'
export { LISTING_LIMITS, textLimitProblems } from './limits.ts'
export {
  type ListingContent,
  listingProblems,
  REQUIRED_RIGHTS,
} from './listing-problems.ts'
export { hasPatentNumber, isPatentKind, patentExpiry, rightExpiry } from './patent-expiry.ts'
export { type RightFacts, readRightNumber, rightProblems } from './right.ts'
export {
  isPublicState,
  isRequestable,
  LISTING_STATES,
  type ListingCommand,
  type ListingState,
  listingMachine,
  PUBLIC_LISTING_STATES,
  REQUESTABLE_LISTING_STATES,
} from './states.ts'
export { isRenewable, LISTING_TERM, type ListingTerm, listingTerm, renewalOf, warningDue } from './term.ts'
export {
  type ChangesState,
  moveText,
  TEXT_COMMANDS,
  type TextCommand,
  type TextState,
  textAllows,
} from './text.ts'
export { type WritingHint, writingHints } from './writing-hints.ts'
