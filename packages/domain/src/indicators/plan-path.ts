/** An indicator's aim for each year, in its own unit (fen for turnover). */
export type PlanPath = Readonly<Record<number, number>>

/** The straight way from a baseline year's value to the target year's, whole numbers, both ends exact. */
export const linearPath = (
  baseline: { year: number; value: number },
  target: { year: number; value: number },
): PlanPath => {
  const span = target.year - baseline.year
  const path: Record<number, number> = {}
  for (let step = 1; step <= span; step += 1) {
    const value = baseline.value + ((target.value - baseline.value) * step) / span
    path[baseline.year + step] = step === span ? target.value : Math.round(value)
  }
  return path
}

/** 'met': the target is reached; 'on_path': the year's aim is; 'behind': neither; 'no_data': nothing reported. */
export const INDICATOR_STATES = ['met', 'on_path', 'behind', 'no_data'] as const
export type IndicatorState = (typeof INDICATOR_STATES)[number]

/** For an indicator that is to grow: at least so much. A year without an aim of its own is held to the target. */
export const indicatorState = (
  actual: number | null,
  aim: number | null,
  target: number | null,
): IndicatorState => {
  if (actual === null) return 'no_data'
  if (target !== null && actual >= target) return 'met'
  const measure = aim ?? target
  return measure !== null && actual < measure ? 'behind' : 'on_path'
}

export interface YearProgress {
  year: number
  actual: number
  aim: number | null
  target: number | null
  /** Percent of the year's aim with one decimal; null without an aim. */
  percentOfAim: number | null
  percentOfTarget: number | null
  state: IndicatorState
}

const percentOf = (part: number, whole: number | null): number | null =>
  whole === null || whole === 0 ? null : Math.round((part / whole) * 1000) / 10

/** How a year stands against the plan's path and its target. */
export const yearProgress = (
  year: number,
  actual: number,
  plan: { path: PlanPath; target: number | null },
): YearProgress => {
  const aim = plan.path[year] ?? null
  return {
    year,
    actual,
    aim,
    target: plan.target,
    percentOfAim: percentOf(actual, aim),
    percentOfTarget: percentOf(actual, plan.target),
    state: indicatorState(actual, aim, plan.target),
  }
}
