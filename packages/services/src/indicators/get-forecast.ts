import type { Database } from '@market/database'
import { registrations } from '@market/database/schema'
import { addDays, addYears, type CalendarDate, shanghaiDateOf, yearOf } from '@market/domain'
import { DEFAULT_SMALLEST_CELL, type Forecast, forecastYear } from '@market/domain/indicators'
import { authorize, may } from '@market/domain/policy'
import { count, inArray, sum } from 'drizzle-orm'
import type { ServiceContext } from '../index.ts'
import { computeTurnover, type TurnoverFigure } from './compute-turnover.ts'
import { readTurnover } from './read-turnover.ts'
import { firstOfMonth, yearPeriod } from './turnover-period.ts'

const PAST_YEARS = 3
const UNDECIDED = ['submitted', 'accepted', 'correction_requested', 'under_review'] as const

export interface ForecastRecord extends Omit<Forecast, 'lowFen'> {
  year: number
  asOf: Date
  /** This year so far; null amounts where too few contracts stand behind it for the public. */
  registered: TurnoverFigure
  /** Filed and not decided; null where too few for the public. */
  undecided: { contractCount: number; contractAmountFen: number } | null
}

const sumBetween = async (db: Database, from: CalendarDate, to: CalendarDate): Promise<number> => {
  if (to < from) return 0
  const rows = await readTurnover(db, { by: 'total', from, to })
  return rows.reduce((total, { contractAmountFen }) => total + contractAmountFen, 0)
}

const readUndecided = async (db: Database) => {
  const [row] = await db
    .select({ contractCount: count(), fen: sum(registrations.contractAmountFen) })
    .from(registrations)
    .where(inArray(registrations.state, [...UNDECIDED]))
  return { contractCount: row?.contractCount ?? 0, contractAmountFen: Number(row?.fen ?? 0) }
}

/** Two significant digits: a forecast says no more, and no single contract shows through. */
const coarse = (fen: number): number => Number(fen.toPrecision(2))

/** The current year's turnover carried to its end; FORECAST_METHOD in the domain says how. */
export const getForecast = async ({ db, actor, clock }: ServiceContext): Promise<ForecastRecord> => {
  authorize(actor, 'turnover.read')
  const open = may(actor, 'turnover.read_ledger')
  const asOf = clock.now()
  const today = shanghaiDateOf(asOf)
  const year = yearOf(today)
  const monthEnd = addDays(firstOfMonth(today), -1)
  const earlier = Array.from({ length: PAST_YEARS }, (_, index) => index + 1)
  const past = await Promise.all(
    earlier.map(async (back) => {
      const { from, to } = yearPeriod(year - back)
      const until = addDays(addYears(firstOfMonth(today), -back), -1)
      const [throughMonthFen, yearFen] = await Promise.all([
        sumBetween(db, from, until),
        sumBetween(db, from, to),
      ])
      return { year: year - back, throughMonthFen, yearFen }
    }),
  )
  const [throughMonthFen, registeredFen, undecided, { total }] = await Promise.all([
    sumBetween(db, `${year}-01-01`, monthEnd),
    sumBetween(db, `${year}-01-01`, today),
    readUndecided(db),
    computeTurnover(db, { view: 'registered', by: 'total', ...yearPeriod(year), open, today }),
  ])
  const undecidedFen = undecided.contractAmountFen
  const forecast = forecastYear({ throughMonthFen, registeredFen, undecidedFen, past })
  const shownUndecided =
    open || undecided.contractCount === 0 || undecided.contractCount >= DEFAULT_SMALLEST_CELL
  return {
    year,
    asOf,
    registered: total,
    undecided: shownUndecided ? undecided : null,
    expectedFen: open ? forecast.expectedFen : coarse(forecast.expectedFen),
    highFen: open ? forecast.highFen : coarse(forecast.highFen),
    seasonalShare: forecast.seasonalShare === null ? null : Number(forecast.seasonalShare.toFixed(2)),
    years: forecast.years,
  }
}
