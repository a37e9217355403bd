import type { Database } from '@market/database'
import { turnoverHome } from '@market/database/schema'
import { refuse } from '@market/domain'
import { parseRegionCode } from '@market/domain/identifiers'
import { sql } from 'drizzle-orm'

/**
 * Makes the rollups anew from the ledger, and for another home region when one is named: output and intake are then
 * seen from there. Booking waits meanwhile. Refuses with the region's problem.
 */
export const rebuildRollups = async (db: Database, homeRegion?: string): Promise<{ lines: number }> => {
  const home = homeRegion === undefined ? null : parseRegionCode(homeRegion)
  if (home && !home.ok) throw refuse('invalid', home.code)
  return db.transaction(async (tx) => {
    await tx.execute(sql`set local statement_timeout = 0`)
    if (home) await tx.update(turnoverHome).set({ regionCode: home.value })
    await tx.execute(sql`select rebuild_turnover_rollups()`)
    const [row] = await tx.execute<{ lines: number }>(
      sql`select count(*)::int as lines from turnover_history`,
    )
    return { lines: row?.lines ?? 0 }
  })
}
