import type { Database } from '@market/database'
import { events } from '@market/database/schema'
import type { EngineName } from '@market/search'
import { and, gte, inArray } from 'drizzle-orm'
import { type IndexContext, LISTING_EVENTS, OWNER_EVENTS } from './index-context.ts'
import { streamDocuments } from './read-documents.ts'
import { synchronizeListings } from './synchronize-listings.ts'
import { synchronizeOwner } from './synchronize-owner.ts'

/** Longer than any transaction may last: its event bears the instant it began, not the one it was committed. */
const MARGIN_MS = 5 * 60_000

const changedSince = async (db: Database, types: readonly string[], since: Date): Promise<string[]> => {
  const rows = await db
    .selectDistinct({ id: events.subjectId })
    .from(events)
    .where(and(inArray(events.type, [...types]), gte(events.occurredAt, since)))
  return rows.map(({ id }) => id)
}

/**
 * Builds every engine's index anew beside the one in use and switches over, then goes through what happened in
 * the meantime. Refuses with `search.rebuild_running` when a rebuild is at it already.
 */
export const rebuildSearch = async (
  context: IndexContext,
): Promise<{ engine: EngineName; indexed: number }[]> => {
  const rebuilt: { engine: EngineName; indexed: number }[] = []
  for (const engine of context.engines) {
    const since = new Date(context.clock.now().getTime() - MARGIN_MS)
    const { indexed } = await engine.rebuild(streamDocuments(context.db))
    const only = { ...context, engines: [engine] }
    await synchronizeListings(only, await changedSince(context.db, LISTING_EVENTS, since))
    for (const owner of await changedSince(context.db, OWNER_EVENTS, since))
      await synchronizeOwner(only, owner)
    rebuilt.push({ engine: engine.name, indexed })
  }
  return rebuilt
}
