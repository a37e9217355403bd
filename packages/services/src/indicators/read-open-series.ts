import type { Database } from '@market/database'
import { turnoverReleasedFigures } from '@market/database/schema'
import { refuse } from '@market/domain'
import { breakdownOf, type TurnoverBreakdown, type TurnoverView } from '@market/domain/indicators'
import { lte, max, min } from 'drizzle-orm'
import type { ServiceContext } from '../index.ts'
import { computeTurnover } from './compute-turnover.ts'
import { yearPeriod } from './turnover-period.ts'
import { publicReader } from './turnover-reader.ts'

export interface OpenSeriesRow {
  year: number
  code: string
  nameZh: string
  nameEn: string
  /** True where the figure stands on too few contracts, or would give such a one away: it is then null. */
  withheld: boolean
  contractCount: number | null
  contractAmountFen: number | null
  technologyAmountFen: number | null
}

const TIMES: readonly TurnoverBreakdown[] = ['year', 'quarter', 'month', 'total']

const releasedYears = async (db: Database, release: number): Promise<{ first: number; last: number }> => {
  const [span] = await db
    .select({ first: min(turnoverReleasedFigures.year), last: max(turnoverReleasedFigures.year) })
    .from(turnoverReleasedFigures)
    .where(lte(turnoverReleasedFigures.releaseId, release))
  return { first: span?.first ?? 0, last: span?.last ?? -1 }
}

/**
 * One public series, year by year from the first released contract to the last: the same for every reader, whatever
 * they may see elsewhere. Refuses with `series.not_found`.
 */
export const readOpenSeries = async (
  context: ServiceContext,
  { by, view }: { by: TurnoverBreakdown; view: TurnoverView },
): Promise<OpenSeriesRow[]> => {
  if (!breakdownOf(by).public || by === 'total') throw refuse('not-found', 'series.not_found')
  const { db } = context
  const reader = await publicReader(context)
  const { first, last } = await releasedYears(db, reader.release ?? 0)
  const rows: OpenSeriesRow[] = []
  for (let year = first; year <= last; year += 1) {
    const { items } = await computeTurnover(db, { view, by, ...yearPeriod(year), reader })
    for (const { code, nameZh, nameEn, suppressed: withheld, ...figure } of items) {
      const { contractCount, contractAmountFen, technologyAmountFen } = figure
      if (contractCount === 0 && !TIMES.includes(by)) continue
      const sums = { contractCount, contractAmountFen, technologyAmountFen }
      rows.push({ year, code, nameZh, nameEn, withheld, ...sums })
    }
  }
  return rows
}
