import { z } from 'zod'
import { Id, Instant, PageQuery, pageOf } from '../shared/index.ts'

export const NotificationQuery = PageQuery.extend({
  /** Only what is still unread. */
  unread: z.enum(['true', 'false']).default('false'),
})

export const Notification = z
  .object({
    id: Id,
    /** The type of the event it comes from, or a capability's own word. */
    topic: z.string(),
    titleZh: z.string(),
    titleEn: z.string(),
    /** Path of the page it leads to. */
    path: z.string(),
    createdAt: Instant,
    readAt: Instant.nullable(),
  })
  .meta({ id: 'Notification' })
export type Notification = z.infer<typeof Notification>

export const NotificationPage = pageOf(Notification).meta({ id: 'NotificationPage' })
export type NotificationPage = z.infer<typeof NotificationPage>

/** Counted up to 100. */
export const UnreadCount = z.object({ unread: z.int() }).meta({ id: 'UnreadCount' })

export const MarkAllInput = z.object({
  /** What came in after this instant stays unread. */
  until: Instant,
})
export const MarkedAll = z.object({ marked: z.int() }).meta({ id: 'MarkedNotifications' })
export const MarkedOne = z.object({ path: z.string() }).meta({ id: 'MarkedNotification' })

export {
  ChooseMailsInput,
  MailChoices,
  MailSubscription,
  MailSubscriptionQuery,
} from './mail-preferences.ts'
