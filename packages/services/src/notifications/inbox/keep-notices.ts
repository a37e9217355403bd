import type { EventRow } from '@market/database'
import type { IdSource } from '@market/domain'
import { LETTERS } from '../letters/index.ts'
import type { MailContext, Notice } from '../notice.ts'
import { tellingOf } from '../write-mails.ts'
import { type NewNotification, notify } from './notify.ts'

const toldBy = (
  { to, path, write }: Notice,
  event: EventRow,
  awaitsDigest: (userId: string) => boolean,
): NewNotification[] =>
  to.map(({ userId }) => ({
    userId,
    organizationId: null,
    topic: event.type,
    source: `event:${event.id}`,
    titleZh: write(LETTERS['zh-CN'], 'zh-CN').subject,
    titleEn: write(LETTERS.en, 'en').subject,
    path,
    awaitsDigest: awaitsDigest(userId),
  }))

/**
 * What an event is mailed about also stands in the inbox of its readers, save what carries a secret link; for who wants
 * such mails once a day it waits there for the digest.
 */
export const keepNotices = async (
  context: MailContext & { ids: IdSource },
  event: EventRow,
): Promise<number> => {
  const telling = await tellingOf(context, event)
  if (telling === null) return 0
  const kept = telling.notices.filter(({ secret }) => !secret)
  const awaitsDigest = (userId: string) => telling.deliveryOf(userId) === 'daily'
  return notify(
    context,
    kept.flatMap((notice) => toldBy(notice, event, awaitsDigest)),
  )
}
