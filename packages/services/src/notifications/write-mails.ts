import type { EventRow } from '@market/database'
import { labelOf } from '@market/domain/codes'
import {
  type Delivery,
  MAIL_CLASSES,
  type MailClass,
  type ObligatoryMailClass,
} from '@market/domain/notifications'
import { LETTERS, type Letter } from './letters/index.ts'
import type { MailContext, Notice, Recipient } from './notice.ts'
import { deliveriesOf, isSwitchable } from './preferences/read-choices.ts'
import { PREFERENCES_PATH, unsubscribeUrlOf } from './preferences/unsubscribe-link.ts'
import { writerOf } from './writers.ts'

export interface Mail {
  /** The same whenever the event is delivered again, so that a second copy can be recognised. */
  id: string
  to: string
  subject: string
  text: string
  /** Where the reader's mail program may end these mails by one request (RFC 8058). */
  unsubscribeUrl?: string
}

/** A letter as the text of a mail. */
export const textOf = (
  letter: Letter,
  recipient: Pick<Recipient, 'name' | 'locale'>,
  url: string,
  footer: readonly string[] = [],
): string => {
  const { greeting, signature } = LETTERS[recipient.locale]
  const colon = recipient.locale === 'en' ? ':' : '：'
  const link = `${letter.linkLabel}${colon}\n${url}`
  return [greeting(recipient.name), ...letter.paragraphs, link, signature, ...footer].join('\n\n')
}

const NEWS_DAYS = 30

/** A history that is brought in, or a worker that was away for weeks, must not flood people with what they know. */
const isNews = ({ clock }: MailContext, { occurredAt }: EventRow): boolean =>
  clock.now().getTime() - occurredAt.getTime() <= NEWS_DAYS * 86_400_000

interface Telling {
  mailClass: MailClass | ObligatoryMailClass
  notices: Notice[]
  /** How somebody in them wants mails of the class. */
  deliveryOf(userId: string): Delivery
}

/** Whom an event is worth telling, what, and how they want to be told; null when it is worth nothing. */
export const tellingOf = async (context: MailContext, event: EventRow): Promise<Telling | null> => {
  const writer = writerOf(event.type)
  if (!writer || !isNews(context, event)) return null
  const { mailClass, write } = writer
  const notices = await write(context, event)
  const people = notices.flatMap(({ to }) => to.map(({ userId }) => userId))
  return { mailClass, notices, deliveryOf: await deliveriesOf(context.db, mailClass, people) }
}

/** Where the reader ends the mails of a class; nothing for those nobody can end. */
const waysOut = ({ seals, publicUrl }: MailContext, recipient: Recipient, mailClass: string) => {
  if (!isSwitchable(mailClass)) return { footer: [] }
  const { userId, locale } = recipient
  const unsubscribeUrl = unsubscribeUrlOf({ seals, publicUrl }, mailClass, userId)
  const kind = labelOf(MAIL_CLASSES, mailClass, locale)
  const settingsUrl = `${publicUrl}${PREFERENCES_PATH}`
  return { footer: [LETTERS[locale].waysOut({ kind, settingsUrl, unsubscribeUrl })], unsubscribeUrl }
}

/**
 * The mails an event calls for at once, each in its reader's language; a person who is told twice is told once, and who
 * wants such mails in the daily digest or not at all gets none.
 */
export const writeMails = async (context: MailContext, event: EventRow): Promise<Mail[]> => {
  const telling = await tellingOf(context, event)
  if (telling === null) return []
  const { mailClass, notices, deliveryOf } = telling
  const mails = new Map<string, Mail>()
  for (const { to, path, write } of notices) {
    for (const recipient of to) {
      const { userId, locale, email } = recipient
      if (mails.has(userId) || deliveryOf(userId) !== 'instant') continue
      const letter = write(LETTERS[locale], locale)
      const { footer, ...header } = waysOut(context, recipient, mailClass)
      mails.set(userId, {
        id: `${event.id}-${userId}`,
        to: email,
        subject: letter.subject,
        text: `${textOf(letter, recipient, `${context.publicUrl}${path}`, footer)}\n`,
        ...header,
      })
    }
  }
  return [...mails.values()]
}
