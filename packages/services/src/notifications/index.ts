export { keepNotices } from './inbox/keep-notices.ts'
export {
  countUnread,
  type ListNotificationsInput,
  listNotifications,
  type NotificationRecord,
} from './inbox/list-notifications.ts'
export { markAllNotificationsRead, markNotificationRead } from './inbox/mark-notifications.ts'
export { type NewNotification, notify } from './inbox/notify.ts'
export { type FoundListing, LETTERS, type Letter } from './letters/index.ts'
export { type MailContext, pick, type Recipient } from './notice.ts'
export { localeOf } from './recipients.ts'
export { type Mail, NOTIFIED_EVENTS, textOf, writeMails } from './write-mails.ts'
