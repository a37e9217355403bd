import { type Database, prepared } from '@market/database'
import { listings } from '@market/database/schema'
import { and, isNotNull, sql } from 'drizzle-orm'

const frozenOf = prepared((db) =>
  db
    .select({ id: listings.id })
    .from(listings)
    .where(and(sql`${listings.id} = any(${sql.placeholder('ids')})`, isNotNull(listings.frozenAt)))
    .prepare('frozen_listings'),
)

/** Those that take no requests because a right in them has ended, as it stands now, whatever the index holds. */
export const frozenAmong = async (db: Database, ids: readonly string[]): Promise<ReadonlySet<string>> => {
  if (ids.length === 0) return new Set()
  return new Set((await frozenOf(db).execute({ ids })).map(({ id }) => id))
}
