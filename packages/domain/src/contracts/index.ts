export { patentExpiry } from '../listings/index.ts'
export * from './amendments/index.ts'
export * from './clauses/index.ts'
export {
  amountProblems,
  type ContractAmounts,
  type ContractDates,
  type ContractDraft,
  contractProblems,
  dateProblems,
  earliestExpiry,
  type LicensedRight,
  licenceEndProblems,
  readinessProblems,
  suggestEnd,
} from './contract-problems.ts'
export * from './obligations.ts'
export * from './public-notice.ts'
export * from './signing-bars.ts'
export * from './states.ts'
export { suggestContractType } from './suggest-type.ts'
