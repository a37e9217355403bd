import { searchBacklog } from '@market/database/schema'
import type { EngineName } from '@market/search'
import { sql } from 'drizzle-orm'
import type { IndexContext } from './index-context.ts'

const LONGEST_ERROR = 500

/** Notes that an engine has missed these listings. */
export const noteBacklog = async (
  { db, clock }: IndexContext,
  engine: EngineName,
  ids: readonly string[],
  error: unknown,
): Promise<void> => {
  const now = clock.now()
  const lastError = (error instanceof Error ? error.message : String(error)).slice(0, LONGEST_ERROR)
  await db
    .insert(searchBacklog)
    .values(ids.map((listingId) => ({ engine, listingId, lastError, firstFailedAt: now, lastFailedAt: now })))
    .onConflictDoUpdate({
      target: [searchBacklog.engine, searchBacklog.listingId],
      set: { lastError, lastFailedAt: now, attempts: sql`${searchBacklog.attempts} + 1` },
    })
}
