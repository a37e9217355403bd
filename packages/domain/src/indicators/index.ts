export { entriesForChange, entriesForRegister, entriesForReversal, standingEntryOf } from './book-turnover.ts'
export {
  checkStatistics,
  isSeriesBreak,
  type StatisticTotal,
  totalStatistics,
  uniqueOf,
} from './check-statistics.ts'
export { DEFAULT_SMALLEST_CELL } from './figure-audit.ts'
export { FORECAST_METHOD, type Forecast, type ForecastFacts, forecastYear } from './forecast-year.ts'
export {
  readStatistics,
  type SheetRow,
  STATISTIC_FLOWS,
  type StatisticFlow,
  type StatisticProblem,
  type StatisticValue,
} from './official-statistics.ts'
export {
  INDICATOR_STATES,
  type IndicatorState,
  indicatorState,
  linearPath,
  type PlanPath,
  type YearProgress,
  yearProgress,
} from './plan-path.ts'
export {
  type ClosedPeriod,
  canonicalText,
  type FrozenFigure,
  type FrozenTable,
  parsePeriod,
  requireOver,
  TURNOVER_DEFINITION,
} from './published-period.ts'
export {
  type FigureKey,
  type ReleasedFigure,
  type ReleasedLine,
  releaseFigures,
  type YearToRelease,
} from './release-figures.ts'
export { STATISTIC_PLACES, WHOLE_COUNTRY } from './statistics-places.ts'
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
