import type { Fen } from '../index.ts'

export interface ForecastFacts {
  /** Registered this year up to the end of the last whole month, and up to now. */
  throughMonthFen: Fen
  registeredFen: Fen
  /** Filed and not yet decided. */
  undecidedFen: Fen
  /** Past years with registrations: up to the end of the same month, and whole. */
  past: readonly { year: number; throughMonthFen: Fen; yearFen: Fen }[]
}

export interface Forecast {
  lowFen: Fen
  expectedFen: Fen
  highFen: Fen
  /** Mean share of the year that past years had reached by then, 0 to 1; null without one. */
  seasonalShare: number | null
  years: number[]
}

export const FORECAST_METHOD = {
  zh: '以近三个有登记的年度截至上月末的成交额占全年的平均比重（季节比重）推算：预计＝今年截至上月末的成交额÷季节比重；最低＝今年已登记；最高取各年比重中最小者推算。三者均不低于今年已登记与已申请未决之和（最低为已登记）。无往年数据或季节比重低于 2% 时，以已登记与已申请未决之和为预计。公开数值取两位有效数字。',
  en: 'From the mean share of the whole year that the last three years with registrations had reached by the end of last month (seasonal share): expected = this year through last month ÷ seasonal share; low = registered so far; high = the same with the smallest of the shares. Expected and high are at least what is registered plus what is filed and undecided. Without past years, or below a share of 2 %, that sum is the expectation. Public values have two significant digits.',
} as const

const SMALLEST_SHARE = 0.02

/** The current year carried to its end by the seasons of past years; FORECAST_METHOD says how. */
export const forecastYear = ({
  throughMonthFen,
  registeredFen,
  undecidedFen,
  past,
}: ForecastFacts): Forecast => {
  const usable = past.filter(({ yearFen }) => yearFen > 0)
  const shares = usable.map((year) => year.throughMonthFen / year.yearFen)
  const mean = shares.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0) / shares.length
  const least = registeredFen + undecidedFen
  const carried = (share: number) =>
    share < SMALLEST_SHARE ? least : Math.max(least, Math.round(throughMonthFen / share))
  const expectedFen = mean === null ? least : carried(mean)
  const highFen = Math.max(expectedFen, ...shares.map(carried))
  return {
    lowFen: registeredFen,
    expectedFen,
    highFen,
    seasonalShare: mean,
    years: usable.map(({ year }) => year),
  }
}
