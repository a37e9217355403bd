import { notifications, users } from '@market/database/schema'
import { type IdSource, shanghaiDateOf } from '@market/domain'
import { MAIL_CLASSES, type MailChoices } from '@market/domain/notifications'
import { and, asc, eq, isNull } from 'drizzle-orm'
import type { NotificationRecord } from '../inbox/list-notifications.ts'
import { LETTERS } from '../letters/index.ts'
import { type MailContext, pick, type Recipient } from '../notice.ts'
import { readChoices } from '../preferences/read-choices.ts'
import { PREFERENCES_PATH, unsubscribeUrlOf } from '../preferences/unsubscribe-link.ts'
import { localeOf } from '../recipients.ts'
import { tellEach } from '../tell-each.ts'
import { type Mail, textOf } from '../write-mails.ts'
import { writerOf } from '../writers.ts'

export interface DigestContext extends MailContext {
  ids: IdSource
  /** Resolves when the next station has taken the mail. */
  send(mail: Mail): Promise<void>
}

/** Lines of a digest; what is beyond them is counted and stands among the notifications. */
const LISTED = 50

const waiting = eq(notifications.awaitsDigest, true)

/** People with something untold. */
const selectReaders = async ({ db }: DigestContext): Promise<Recipient[]> => {
  const rows = await db
    .selectDistinct({ userId: users.id, name: users.name, email: users.email, locale: users.locale })
    .from(notifications)
    .innerJoin(users, eq(users.id, notifications.userId))
    .where(waiting)
    .orderBy(asc(users.id))
  return rows.map((row) => ({ ...row, locale: localeOf(row.locale) }))
}

interface Digest {
  id: string
  told: NotificationRecord[]
}

/** Puts what is untold into one digest; one that broke off before is found again as it was. */
const takeDigests = async ({ db, ids }: DigestContext, userId: string): Promise<Digest[]> => {
  const ofReader = and(eq(notifications.userId, userId), waiting)
  await db
    .update(notifications)
    .set({ digestId: ids.next() })
    .where(and(ofReader, isNull(notifications.digestId)))
  const rows = await db
    .select()
    .from(notifications)
    .where(ofReader)
    .orderBy(asc(notifications.createdAt), asc(notifications.id))
  return [...Map.groupBy(rows, ({ digestId }) => digestId ?? '')].map(([id, told]) => ({ id, told }))
}

/** What is read by now, or of a class no longer mailed, is no news. */
const isStillNews =
  (choices: MailChoices) =>
  ({ topic, readAt }: NotificationRecord): boolean => {
    const mailClass = MAIL_CLASSES.find(({ code }) => code === writerOf(topic)?.mailClass)
    return readAt === null && mailClass !== undefined && choices[mailClass.code] !== 'inbox'
  }

const groupsOf = (news: readonly NotificationRecord[], { locale }: Recipient, publicUrl: string) =>
  MAIL_CLASSES.map(({ code, zh, en }) => ({
    kind: pick(locale, zh, en),
    lines: news
      .filter(({ topic }) => writerOf(topic)?.mailClass === code)
      .map(({ titleZh, titleEn, path }) => ({
        title: pick(locale, titleZh, titleEn),
        url: `${publicUrl}${path}`,
      })),
  })).filter(({ lines }) => lines.length > 0)

const writeDigest = (
  { clock, publicUrl, seals }: DigestContext,
  recipient: Recipient,
  id: string,
  news: readonly NotificationRecord[],
): Mail => {
  const letter = LETTERS[recipient.locale].digest({
    day: shanghaiDateOf(clock.now()),
    groups: groupsOf(news.slice(0, LISTED), recipient, publicUrl),
    more: Math.max(0, news.length - LISTED),
  })
  const unsubscribeUrl = unsubscribeUrlOf({ seals, publicUrl }, 'digest', recipient.userId)
  const settingsUrl = `${publicUrl}${PREFERENCES_PATH}`
  const footer = LETTERS[recipient.locale].waysOut({ kind: null, settingsUrl, unsubscribeUrl })
  return {
    id: `digest-${id}`,
    to: recipient.email,
    subject: letter.subject,
    text: `${textOf(letter, recipient, `${publicUrl}/workspace/notifications`, [footer])}\n`,
    unsubscribeUrl,
  }
}

const tell = async (context: DigestContext, reader: Recipient): Promise<boolean> => {
  const choices = await readChoices(context.db, reader.userId)
  let told = false
  for (const digest of await takeDigests(context, reader.userId)) {
    const news = digest.told.filter(isStillNews(choices))
    if (news.length > 0) await context.send(writeDigest(context, reader, digest.id, news))
    await context.db
      .update(notifications)
      .set({ awaitsDigest: false })
      .where(and(eq(notifications.userId, reader.userId), eq(notifications.digestId, digest.id)))
    told ||= news.length > 0
  }
  return told
}

/** The day's digests, one mail per person who wants one and has something unread; none is empty. Returns how many were told. */
export const deliverMailDigests = async (context: DigestContext): Promise<number> =>
  tellEach(await selectReaders(context), (reader) => tell(context, reader))
