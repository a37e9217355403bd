export { classAndRegionProblems, plainClassesAndRegion } from './classes-and-region.ts'
export {
  type IndustryLevel,
  type IpcLevel,
  industrySectionOf,
  parseIndustryCode,
  parseIpcSymbol,
  parseLocarnoClass,
  parseTechnicalField,
} from './classification.ts'
export {
  grantedPatentNumber,
  type PatentNumberFacts,
  type PatentNumberResult,
  parsePatentNumber,
  patentCheckDigit,
} from './patent-number.ts'
export {
  cityOf,
  isWithinRegion,
  parseRegionCode,
  provinceOf,
  type RegionLevel,
  regionLevelOf,
} from './region-code.ts'
export { parseRegistrationNumber } from './registration-number.ts'
export {
  organizationCheckCharacter,
  parseSocialCreditCode,
  type SocialCreditCodeResult,
  type SocialCreditFacts,
  type SocialCreditWarning,
  socialCreditCheckCharacter,
} from './social-credit-code.ts'
export { type IdentifierProblem, type IdentifierResult, identifierFieldProblem } from './typed-text.ts'
