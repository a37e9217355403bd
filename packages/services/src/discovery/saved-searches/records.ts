import { createHash } from 'node:crypto'
import type { Database, Transaction } from '@market/database'
import { savedSearches } from '@market/database/schema'
import { type Actor, refuse } from '@market/domain'
import { type Action, authorize, relationsTo } from '@market/domain/policy'
import { eq } from 'drizzle-orm'

export type SavedSearchRecord = typeof savedSearches.$inferSelect

export const MAX_SAVED_SEARCHES = 50

/** The same for the same question, however it was put together. */
export const queryKeyOf = (text: string, filters: Record<string, string[]>): string =>
  createHash('sha256')
    .update(JSON.stringify([text, filters]))
    .digest('base64url')
    .slice(0, 22)

/** Refuses with `saved_search.not_found`, also for somebody else's. */
export const holdSavedSearch = async (
  tx: Database | Transaction,
  actor: Actor,
  action: Action,
  id: string,
): Promise<SavedSearchRecord> => {
  const [row] = await tx.select().from(savedSearches).where(eq(savedSearches.id, id)).for('update')
  if (!row) throw refuse('not-found', 'saved_search.not_found')
  authorize(actor, action, relationsTo(actor, { userId: row.userId }))
  return row
}

/** Personal: nobody of the organization reads it in the trail, and not what was searched for. */
export const trailOf = ({ id }: Pick<SavedSearchRecord, 'id'>) => ({
  subjectType: 'saved_search',
  subjectId: id,
})

export const settingsOf = ({ cadence, byMail, pausedAt }: SavedSearchRecord) => ({
  cadence,
  byMail,
  paused: pausedAt !== null,
})
