import type { Transaction } from '@market/database'
import { numberSeries } from '@market/database/schema'
import { sql } from 'drizzle-orm'

/**
 * The next serial of a series, from 1. The row stays locked to the end of the transaction: whoever comes next waits,
 * and a transaction that fails gives its serial back, so the series has no gaps.
 */
export const nextSerial = async (tx: Transaction, series: string): Promise<number> => {
  const [row] = await tx
    .insert(numberSeries)
    .values({ series, last: 1 })
    .onConflictDoUpdate({ target: numberSeries.series, set: { last: sql`${numberSeries.last} + 1` } })
    .returning({ last: numberSeries.last })
  if (!row) throw new Error(`The series ${series} gave no number.`)
  return row.last
}
