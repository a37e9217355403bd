import { inUnitOfWork } from '@market/database'
import { notifications } from '@market/database/schema'
import { refuse } from '@market/domain'
import { authorize, relationsTo } from '@market/domain/policy'
import { and, eq, isNull, lte } from 'drizzle-orm'
import { requireActor, type ServiceContext } from '../../index.ts'

/** Marks one as read; doing so again changes nothing. Refuses with `notification.not_found`. */
export const markNotificationRead = async (
  context: ServiceContext,
  id: string,
): Promise<{ path: string }> => {
  const actor = requireActor(context)
  const [found] = await context.db.select().from(notifications).where(eq(notifications.id, id))
  if (!found) throw refuse('not-found', 'notification.not_found')
  authorize(actor, 'notification.mark_read', relationsTo(actor, { userId: found.userId }))
  if (found.readAt) return { path: found.path }
  return inUnitOfWork(context, async ({ tx, now, audit }) => {
    await tx
      .update(notifications)
      .set({ readAt: now })
      .where(and(eq(notifications.id, id), isNull(notifications.readAt)))
    audit({ action: 'notification.mark_read', subjectType: 'notification', subjectId: id })
    return { path: found.path }
  })
}

/** Marks everything as read that the person was told up to `until`: what came in since stays unread. */
export const markAllNotificationsRead = async (context: ServiceContext, until: Date): Promise<number> => {
  const actor = requireActor(context)
  authorize(actor, 'notification.mark_read', ['self'])
  return inUnitOfWork(context, async ({ tx, now, audit }) => {
    const rows = await tx
      .update(notifications)
      .set({ readAt: now })
      .where(
        and(
          eq(notifications.userId, actor.userId),
          isNull(notifications.readAt),
          lte(notifications.createdAt, until),
        ),
      )
      .returning({ id: notifications.id })
    const after = { count: rows.length }
    audit({ action: 'notification.mark_all_read', subjectType: 'user', subjectId: actor.userId, after })
    return rows.length
  })
}
