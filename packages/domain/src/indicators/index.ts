export { entriesForChange, entriesForRegister, entriesForReversal, standingEntryOf } from './book-turnover.ts'
export {
  type IndicatorState,
  indicatorState,
  linearPath,
  type PlanPath,
  type YearProgress,
  yearProgress,
} from './plan-path.ts'
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
export { DEFAULT_SMALLEST_CELL, suppressCells, type TableCell } from './suppress-cells.ts'
export type { RegisteredFacts, TurnoverDimensions, TurnoverEntry } from './turnover-entry.ts'
