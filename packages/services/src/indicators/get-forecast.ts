import type { Database } from '@market/database'
import { registrations } from '@market/database/schema'
import { addDays, addYears, shanghaiDateOf, yearOf } from '@market/domain'
import { type Forecast, forecastYear } from '@market/domain/indicators'
import { authorize } from '@market/domain/policy'
import { count, inArray, sum } from 'drizzle-orm'
import type { ServiceContext } from '../index.ts'
import { computeTurnover, type TurnoverFigure } from './compute-turnover.ts'
import { firstOfMonth, type Period, yearPeriod } from './turnover-period.ts'
import { type TurnoverReader, turnoverReader } from './turnover-reader.ts'

const PAST_YEARS = 3
const UNDECIDED = ['submitted', 'accepted', 'correction_requested', 'under_review'] as const

export interface ForecastRecord extends Omit<Forecast, 'lowFen'> {
  year: number
  asOf: Date
  /** This year so far; null amounts where too few contracts stand behind it for the public. */
  registered: TurnoverFigure
  /** Filed and not decided; null for the public, which reads only what was released. */
  undecided: { contractCount: number; contractAmountFen: number } | null
}

/** What the reader knows of a period; what is hidden from the public is not counted. */
const sumBetween = async (db: Database, reader: TurnoverReader, { from, to }: Period): Promise<number> => {
  if (to < from) return 0
  const { total } = await computeTurnover(db, { view: 'registered', by: 'total', from, to, reader })
  return total.contractAmountFen ?? 0
}

const readUndecided = async (db: Database) => {
  const [row] = await db
    .select({ contractCount: count(), fen: sum(registrations.contractAmountFen) })
    .from(registrations)
    .where(inArray(registrations.state, [...UNDECIDED]))
  return { contractCount: row?.contractCount ?? 0, contractAmountFen: Number(row?.fen ?? 0) }
}

const NOTHING = { contractCount: 0, contractAmountFen: 0 }

/** Two significant digits: a forecast says no more. */
const coarse = (fen: number): number => Number(fen.toPrecision(2))

/** The current year's turnover carried to its end; FORECAST_METHOD in the domain says how. */
export const getForecast = async (context: ServiceContext): Promise<ForecastRecord> => {
  const { db, actor, clock } = context
  authorize(actor, 'turnover.read')
  const reader = await turnoverReader(context)
  const { open } = reader
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
        sumBetween(db, reader, { from, to: until }),
        sumBetween(db, reader, { from, to }),
      ])
      return { year: year - back, throughMonthFen, yearFen }
    }),
  )
  const [throughMonthFen, registeredFen, undecided, { total }] = await Promise.all([
    sumBetween(db, reader, { from: `${year}-01-01`, to: monthEnd }),
    sumBetween(db, reader, { from: `${year}-01-01`, to: today }),
    open ? readUndecided(db) : NOTHING,
    computeTurnover(db, { view: 'registered', by: 'total', ...yearPeriod(year), reader }),
  ])
  const undecidedFen = undecided.contractAmountFen
  const forecast = forecastYear({ throughMonthFen, registeredFen, undecidedFen, past })
  return {
    year,
    asOf,
    registered: total,
    undecided: open ? undecided : null,
    expectedFen: open ? forecast.expectedFen : coarse(forecast.expectedFen),
    highFen: open ? forecast.highFen : coarse(forecast.highFen),
    seasonalShare: forecast.seasonalShare === null ? null : Number(forecast.seasonalShare.toFixed(2)),
    years: forecast.years,
  }
}
