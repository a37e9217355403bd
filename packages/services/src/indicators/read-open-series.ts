import { turnoverRollups } from '@market/database/schema'
import { refuse, shanghaiDateOf, yearOf } from '@market/domain'
import { breakdownOf, type TurnoverBreakdown, type TurnoverView } from '@market/domain/indicators'
import { eq, max, min } from 'drizzle-orm'
import type { ServiceContext } from '../index.ts'
import { computeTurnover } from './compute-turnover.ts'
import { yearPeriod } from './turnover-period.ts'

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

/**
 * One public series, year by year from the first registered contract to the last: the same for every reader, whatever
 * they may see elsewhere. Refuses with `series.not_found`.
 */
export const readOpenSeries = async (
  { db, clock }: ServiceContext,
  { by, view }: { by: TurnoverBreakdown; view: TurnoverView },
): Promise<OpenSeriesRow[]> => {
  if (!breakdownOf(by).public || by === 'total') throw refuse('not-found', 'series.not_found')
  const [span] = await db
    .select({ first: min(turnoverRollups.month), last: max(turnoverRollups.month) })
    .from(turnoverRollups)
    .where(eq(turnoverRollups.dimension, 'all'))
  if (!span?.first || !span.last) return []
  const today = shanghaiDateOf(clock.now())
  const rows: OpenSeriesRow[] = []
  for (let year = yearOf(span.first); year <= yearOf(span.last); year += 1) {
    const { items } = await computeTurnover(db, { view, by, ...yearPeriod(year), open: false, today })
    for (const { code, nameZh, nameEn, suppressed: withheld, ...figure } of items) {
      const { contractCount, contractAmountFen, technologyAmountFen } = figure
      if (contractCount === 0 && !TIMES.includes(by)) continue
      const sums = { contractCount, contractAmountFen, technologyAmountFen }
      rows.push({ year, code, nameZh, nameEn, withheld, ...sums })
    }
  }
  return rows
}
