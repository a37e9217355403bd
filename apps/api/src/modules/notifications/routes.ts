import { IdParams, problems } from '@market/contracts'
import {
  MarkAllInput,
  MarkedAll,
  MarkedOne,
  type Notification,
  NotificationPage,
  NotificationQuery,
  UnreadCount,
} from '@market/contracts/notifications'
import {
  countUnread,
  listNotifications,
  markAllNotificationsRead,
  markNotificationRead,
  type NotificationRecord,
} from '@market/services/notifications'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'

const tags = ['notifications']

const presentNotification = (record: NotificationRecord): Notification => {
  const { id, topic, titleZh, titleEn, path, createdAt, readAt } = record
  return {
    id,
    topic,
    titleZh,
    titleEn,
    path,
    createdAt: createdAt.toISOString(),
    readAt: readAt?.toISOString() ?? null,
  }
}

export const notificationRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/api/notifications',
    {
      schema: {
        operationId: 'listNotifications',
        summary: 'What the person was told inside the market, newest first',
        tags,
        querystring: NotificationQuery,
        response: { 200: NotificationPage, ...problems },
      },
    },
    async (request) => {
      const { unread, cursor, limit } = request.query
      const input = { unread: unread === 'true', cursor, limit }
      const page = await listNotifications(request.serviceContext(), input)
      return { ...page, items: page.items.map(presentNotification) }
    },
  )

  app.get(
    '/api/notifications/unread',
    {
      schema: {
        operationId: 'countUnreadNotifications',
        summary: 'How much is unread, counted up to 100',
        tags,
        response: { 200: UnreadCount, ...problems },
      },
    },
    async (request) => ({ unread: await countUnread(request.serviceContext()) }),
  )

  app.post(
    '/api/notifications/:id/read',
    {
      schema: {
        operationId: 'markNotificationRead',
        summary: 'Mark one as read; answers with where it leads',
        tags,
        params: IdParams,
        response: { 200: MarkedOne, ...problems },
      },
    },
    async (request) => markNotificationRead(request.serviceContext(), request.params.id),
  )

  app.post(
    '/api/notifications/read',
    {
      schema: {
        operationId: 'markAllNotificationsRead',
        summary: 'Mark as read everything that came in up to an instant',
        tags,
        body: MarkAllInput,
        response: { 200: MarkedAll, ...problems },
      },
    },
    async (request) => ({
      marked: await markAllNotificationsRead(request.serviceContext(), new Date(request.body.until)),
    }),
  )
}
