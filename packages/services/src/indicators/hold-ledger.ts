import { isLockTimeout, type Transaction } from '@market/database'
import { turnoverEntries } from '@market/database/schema'
import { refuse } from '@market/domain'
import { max, sql } from 'drizzle-orm'

/**
 * Waits for everybody who is booking and lets nobody book before this transaction ends, so that what stands is what will
 * ever stand up to the newest line; answers that line. Refuses with `period.ledger_busy`, as while an import runs.
 */
export const holdLedger = async (tx: Transaction): Promise<number> => {
  await tx.execute(sql`set local lock_timeout = '5s'`)
  try {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('turnover_entries'))`)
  } catch (error) {
    throw isLockTimeout(error) ? refuse('conflict', 'period.ledger_busy') : error
  }
  await tx.execute(sql`set local lock_timeout = default`)
  const [newest] = await tx.select({ id: max(turnoverEntries.id) }).from(turnoverEntries)
  return newest?.id ?? 0
}
