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
  WORLD,
} from './coverage.ts'
export {
  closesRight,
  type Grant,
  type GrantedLicence,
  grantsCollide,
  licenceKindOf,
  licencesCollide,
} from './licences-collide.ts'
export {
  type Negotiation,
  nextActor,
  nextOfferVersion,
  type OfferStanding,
  openOfferOf,
  requestStateAfterOffer,
  requireAcceptable,
} from './negotiation.ts'
export { modeProblems, type RequestTerms, requestProblems, requireRequestable } from './request.ts'
export * from './states.ts'
export { exclusivityOf, isLicence, type TermSheet, termSheetProblems } from './term-sheet.ts'
