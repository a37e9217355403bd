import { listings } from '@market/database/schema'
import { eq } from 'drizzle-orm'
import { INDEX_BATCH, type IndexContext } from './index-context.ts'
import { synchronizeListings } from './synchronize-listings.ts'

/** Brings every engine in step with all listings of one organization. */
export const synchronizeOwner = async (context: IndexContext, organizationId: string): Promise<void> => {
  const rows = await context.db
    .select({ id: listings.id })
    .from(listings)
    .where(eq(listings.organizationId, organizationId))
  const ids = rows.map(({ id }) => id)
  for (let at = 0; at < ids.length; at += INDEX_BATCH) {
    await synchronizeListings(context, ids.slice(at, at + INDEX_BATCH))
  }
}
