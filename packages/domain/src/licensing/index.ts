export {
  type Application,
  applicationProblems,
  EMPTY_APPLICATION,
  MAX_DEAL_FILES,
  MAX_PLAN_MILESTONES,
  missingParts,
  type PlanMilestone,
} from './application.ts'
export {
  BROKER_KINDS,
  COMMISSION_PAYERS,
  type Commission,
  commissionFen,
  commissionProblems,
  requireBrokerable,
} from './brokerage.ts'
export {
  AUDIT_RULES,
  IMPROVEMENT_RULES,
  type Instalment,
  MAX_INSTALMENTS,
  MAX_ROYALTY_STEPS,
  REPORT_RULES,
  RESULT_OWNERS,
  ROYALTY_BASES,
  type RoyaltyStep,
  SUBLICENCES,
  type TermClauses,
} from './clauses.ts'
export {
  ANSWER_RULE,
  LAPSE_REASONS,
  type LapseReason,
  lapseDayOf,
  silenceCallsFor,
  silenceRuleOf,
} from './clocks.ts'
export {
  ABROAD,
  ALL_FIELDS,
  COUNTRY,
  type Coverage,
  coverageOf,
  coveragesMeet,
  readTerritory,
  type Span,
  spansOf,
  WIDE_PLACES,
  WORLD,
} from './coverage.ts'
export * from './licence-offers.ts'
export {
  closesRight,
  type Grant,
  type GrantedLicence,
  grantsCollide,
  licenceKindOf,
  licencesCollide,
} from './licences-collide.ts'
export {
  isMarkable,
  MARKABLE_MEDIA_TYPES,
  MAX_NDA_CHARACTERS,
  NDA_MONTHS,
  NDA_STANDINGS,
  type NdaFacts,
  type NdaStanding,
  type NdaTemplate,
  ndaLastDay,
  ndaStanding,
  ndaTemplateProblems,
  renderNda,
} from './nda.ts'
export { DEFAULT_NDA, type NdaText } from './nda-text.ts'
export {
  answerByProblems,
  isOverdue,
  type Negotiation,
  nextActor,
  nextOfferVersion,
  type OfferStanding,
  openOfferOf,
  requestStateAfterOffer,
  requireAcceptable,
  requireInTime,
  requireTalking,
  TALKING_STATES,
} from './negotiation.ts'
export {
  modeProblems,
  type RequestDraftContent,
  type RequestTerms,
  requestProblems,
  requireRequestable,
} from './request.ts'
export * from './states.ts'
export { changedClauses, exclusivityOf, isLicence, type TermSheet, termSheetProblems } from './term-sheet.ts'
export { feesFrom, MAX_GRACE_MONTHS, MAX_PARTS, type UseFirst } from './use-first.ts'
