import type { Database, Transaction } from '@market/database'
import { notifications } from '@market/database/schema'
import type { Clock, IdSource } from '@market/domain'

export interface NewNotification {
  userId: string
  /** The organization it is about; null for what concerns the person alone. */
  organizationId: string | null
  /** What it is about, in the words of the capability that tells it: 'request.accepted', 'saved_search.found'. */
  topic: string
  /** The same whenever the same thing is told again; a person is told once. */
  source: string
  titleZh: string
  titleEn: string
  /** Path of the page it leads to; never a secret link. */
  path: string
  /** To be told in the reader's next daily digest as well. */
  awaitsDigest?: boolean
}

export interface NotifyContext {
  db: Database | Transaction
  clock: Clock
  ids: IdSource
}

/** Tells people inside the market. Repeating it tells nobody twice; returns how many were told. */
export const notify = async (
  { db, clock, ids }: NotifyContext,
  told: readonly NewNotification[],
): Promise<number> => {
  if (told.length === 0) return 0
  const createdAt = clock.now()
  const rows = await db
    .insert(notifications)
    .values(told.map((one) => ({ ...one, id: ids.next(), createdAt })))
    .onConflictDoNothing({ target: [notifications.userId, notifications.source] })
    .returning({ id: notifications.id })
  return rows.length
}
