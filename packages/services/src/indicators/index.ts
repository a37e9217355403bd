export { checkLedger, type LedgerCheck, type LedgerDifference } from './check-ledger.ts'
export { getPlan, type IndicatorValueRecord, type PlanDetails } from './get-plan.ts'
export {
  getPlanTurnover,
  type PlanTurnoverInput,
  type PlanTurnoverRecord,
  type TurnoverFigure,
} from './get-plan-turnover.ts'
export {
  getTurnoverSummary,
  type TurnoverSummaryInput,
  type TurnoverSummaryRecord,
} from './get-turnover-summary.ts'
export { listPlans } from './list-plans.ts'
export {
  type ListTurnoverContractsInput,
  listTurnoverContracts,
  type TurnoverContractPageRecord,
  type TurnoverContractRecord,
} from './list-turnover-contracts.ts'
export type { PlanIndicatorRecord, PlanRecord } from './plan-records.ts'
