import { notifications } from '@market/database/schema'
import { authorize } from '@market/domain/policy'
import { and, count, desc, eq, isNull, sql } from 'drizzle-orm'
import { decodeInstantCursor, type Page, pageOf, requireActor, type ServiceContext } from '../../index.ts'

export type NotificationRecord = typeof notifications.$inferSelect

export interface ListNotificationsInput {
  unread: boolean
  cursor?: string | undefined
  limit: number
}

/** What the person was told, newest first; all of it, or what is still unread. */
export const listNotifications = async (
  context: ServiceContext,
  { unread, cursor, limit }: ListNotificationsInput,
): Promise<Page<NotificationRecord>> => {
  const actor = requireActor(context)
  authorize(actor, 'notification.list')
  const after = cursor === undefined ? undefined : decodeInstantCursor(cursor)
  const rows = await context.db
    .select()
    .from(notifications)
    .where(
      and(
        eq(notifications.userId, actor.userId),
        unread ? isNull(notifications.readAt) : undefined,
        after &&
          sql`(${notifications.createdAt}, ${notifications.id}) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`,
      ),
    )
    .orderBy(desc(notifications.createdAt), desc(notifications.id))
    .limit(limit + 1)
  return pageOf(rows, limit, ({ createdAt, id }) => [createdAt.toISOString(), id])
}

/** Counted no further: a bell says "99+". */
export const MOST_COUNTED = 100

/** How much is unread, up to MOST_COUNTED. */
export const countUnread = async (context: ServiceContext): Promise<number> => {
  const actor = requireActor(context)
  authorize(actor, 'notification.list')
  const unread = context.db
    .select({ id: notifications.id })
    .from(notifications)
    .where(and(eq(notifications.userId, actor.userId), isNull(notifications.readAt)))
    .limit(MOST_COUNTED)
    .as('unread')
  const [row] = await context.db.select({ number: count() }).from(unread)
  return row?.number ?? 0
}
