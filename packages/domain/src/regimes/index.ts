export {
  CONTRACT_SUB_TYPES,
  CONTRACT_TYPES,
  type ContractSubType,
  type ContractType,
} from './contract-types.ts'
export { type ConversionRules, conversionRulesOn } from './conversion-rules.ts'
export {
  civilCode,
  conversionLaw,
  courtInterpretation,
  type LegalBasis,
  legalBasis,
  patentLaw,
  patentRules,
  recognitionRules,
} from './legal-basis.ts'
export { FEE_GRACE_MONTHS, PATENT_RULES, type PatentRules, patentRulesFor } from './patent-rules.ts'
export { type PaymentRules, paymentRulesOn } from './payment-rules.ts'
export type {
  Bilingual,
  Deadline,
  LargeContractRule,
  Provision,
  RefusalReason,
  Regime,
  TypeBranch,
} from './regime.ts'
export {
  findRegime,
  isLargeContract,
  isTypeOfRegime,
  REGIMES,
  regimeFor,
  typeOfSubType,
} from './regimes.ts'
export { typeInFiveTypeView, typeInFourTypeView } from './type-trees.ts'
