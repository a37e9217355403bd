import { savedSearches, savedSearchMatches } from '@market/database/schema'
import { authorize } from '@market/domain/policy'
import { desc, eq, max, sql } from 'drizzle-orm'
import { requireActor, type ServiceContext } from '../../index.ts'
import { holdSavedSearch, type SavedSearchRecord } from './records.ts'

export interface ListedSavedSearch {
  search: SavedSearchRecord
  /** When it last found something. */
  lastFoundAt: Date | null
  foundCount: number
}

/** The person's saved searches, newest first; there are never more than a page of them. */
export const listSavedSearches = async (context: ServiceContext): Promise<ListedSavedSearch[]> => {
  const actor = requireActor(context)
  authorize(actor, 'saved_search.list')
  return context.db
    .select({
      search: savedSearches,
      lastFoundAt: max(savedSearchMatches.matchedAt),
      foundCount: sql<number>`count(${savedSearchMatches.listingId})::int`,
    })
    .from(savedSearches)
    .leftJoin(savedSearchMatches, eq(savedSearchMatches.savedSearchId, savedSearches.id))
    .where(eq(savedSearches.userId, actor.userId))
    .groupBy(savedSearches.id)
    .orderBy(desc(savedSearches.createdAt), desc(savedSearches.id))
}

/** One of the person's own. Refuses with `saved_search.not_found`. */
export const getSavedSearch = (context: ServiceContext, id: string): Promise<SavedSearchRecord> =>
  holdSavedSearch(context.db, requireActor(context), 'saved_search.read', id)
