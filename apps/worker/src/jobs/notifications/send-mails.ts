import { keepNotices, NOTIFIED_EVENTS, writeMails } from '@market/services/notifications'
import type { EventHandler } from '../job-context.ts'

/** Tells people by mail what happened to what they care about. */
export const sendMails: EventHandler = {
  name: 'notifications.send_mails',
  types: NOTIFIED_EVENTS,
  handle: async (context, event) => {
    for (const mail of await writeMails(context, event)) await context.mailer.send(mail)
  },
}

/** Tells them inside the market as well. */
export const keepNoticesInside: EventHandler = {
  name: 'notifications.keep_notices',
  types: NOTIFIED_EVENTS,
  handle: async (context, event) => {
    await keepNotices(context, event)
  },
}
