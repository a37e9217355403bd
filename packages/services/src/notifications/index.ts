export { type DigestContext, deliverMailDigests } from './digest/deliver-mail-digests.ts'
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
export { chooseMails, getMailChoices } from './preferences/choose-mails.ts'
export {
  readMailSubscription,
  type UnsubscribeMailsInput,
  unsubscribeMails,
} from './preferences/unsubscribe.ts'
export { localeOf } from './recipients.ts'
export { tellEach } from './tell-each.ts'
export { type Mail, textOf, writeMails } from './write-mails.ts'
export { NOTIFIED_EVENTS } from './writers.ts'
