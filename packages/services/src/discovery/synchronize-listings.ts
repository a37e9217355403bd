import { bringListings } from './bring-listings.ts'
import type { IndexContext } from './index-context.ts'
import { noteBacklog } from './note-backlog.ts'

/**
 * Brings every engine in step with these listings. An engine that fails does not hold up the others: what it
 * missed goes to the backlog. Throws only when the backlog itself cannot be written.
 */
export const synchronizeListings = async (context: IndexContext, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return
  for (const engine of context.engines) {
    try {
      await bringListings(context.db, engine, ids)
    } catch (error) {
      await noteBacklog(context, engine.name, ids, error)
    }
  }
}
