export {
  checkLedger,
  checkRollups,
  type LedgerCheck,
  type LedgerDifference,
  type RollupDifference,
} from './check-ledger.ts'
export {
  ASSESSMENT_KINDS,
  type AssessedIndicator,
  type AssessmentKind,
  type AssessmentRecord,
  getAssessment,
} from './get-assessment.ts'
export { type ForecastRecord, getForecast } from './get-forecast.ts'
export { getPlan, type IndicatorValueRecord, type PlanDetails } from './get-plan.ts'
export { getPlanTurnover, type PlanTurnoverInput, type PlanTurnoverRecord } from './get-plan-turnover.ts'
export { getRelease, RELEASE_TIERS, type ReleaseRecord, type ReleaseTier } from './get-release.ts'
export { type GetTurnoverInput, getTurnover, type TurnoverRecord } from './get-turnover.ts'
export {
  getTurnoverSummary,
  type TurnoverSummaryInput,
  type TurnoverSummaryRecord,
} from './get-turnover-summary.ts'
export { type ListComparablesInput, listComparables } from './list-comparables.ts'
export { listIndicatorValues } from './list-indicator-values.ts'
export { listPlans } from './list-plans.ts'
export {
  getPublishedPeriod,
  listPublishedPeriods,
  type PublishedPeriodDetails,
  type PublishedPeriodSummary,
} from './list-published-periods.ts'
export {
  type ListTurnoverContractsInput,
  listTurnoverContracts,
  type TurnoverContractPageRecord,
  type TurnoverContractRecord,
} from './list-turnover-contracts.ts'
export type { PlanIndicatorRecord, PlanRecord } from './plan-records.ts'
export { type PublishedPeriodRecord, publishPeriod } from './publish-period.ts'
export { type OpenSeriesRow, readOpenSeries } from './read-open-series.ts'
export { rebuildRollups } from './rebuild-rollups.ts'
export {
  type RecordIndicatorValueInput,
  type ReportedValueRecord,
  recordIndicatorValue,
} from './record-indicator-value.ts'
export type { ReleasedState, TurnoverReleaseRecord } from './releases/find-release.ts'
export { releaseTurnover, releaseTurnoverOfMonth } from './releases/release-turnover.ts'
export { type ComparableRecord, SMALLEST_COMPARABLE } from './releases/released-prices.ts'
export {
  type DraftStatisticsInput,
  draftStatistics,
  MAX_STATISTICS_BYTES,
} from './statistics/draft-statistics.ts'
export { findStatisticsEditor } from './statistics/find-editor.ts'
export { discardStatistics, publishStatistics } from './statistics/publish-statistics.ts'
export {
  getStatistics,
  getStatisticsPublication,
  listStatistics,
  type StatisticsDetails,
  type StatisticsSeries,
} from './statistics/read-statistics.ts'
export type { StatisticsRecord } from './statistics/records.ts'
