export { entriesForChange, entriesForRegister, entriesForReversal, standingEntryOf } from './book-turnover.ts'
export {
  type IndicatorState,
  indicatorState,
  linearPath,
  type PlanPath,
  type YearProgress,
  yearProgress,
} from './plan-path.ts'
export { DEFAULT_SMALLEST_CELL, type PublicTable, protectTable } from './protect-table.ts'
export {
  addTurnover,
  entriesOfPeriod,
  sumTurnover,
  type TurnoverFlows,
  type TurnoverPeriod,
  type TurnoverSum,
  turnoverBy,
  turnoverByYear,
  turnoverFlows,
  ZERO_TURNOVER,
} from './sum-turnover.ts'
export { breakdownOf, TURNOVER_BREAKDOWNS, type TurnoverBreakdown } from './turnover-breakdowns.ts'
export type { RegisteredFacts, TurnoverDimensions, TurnoverEntry } from './turnover-entry.ts'
export {
  CLASSES_OF_VIEW,
  FLOW_CLASSES,
  type FlowClass,
  flowClassOf,
  PLACES,
  type Place,
  TURNOVER_VIEWS,
  type TurnoverView,
} from './turnover-views.ts'
