import type { EventRow } from '@market/database'
import type { IdSource } from '@market/domain'
import { LETTERS } from '../letters/index.ts'
import type { MailContext, Notice } from '../notice.ts'
import { noticesOf } from '../write-mails.ts'
import { type NewNotification, notify } from './notify.ts'

const toldBy = ({ to, path, write }: Notice, event: EventRow): NewNotification[] =>
  to.map(({ userId }) => ({
    userId,
    organizationId: null,
    topic: event.type,
    source: `event:${event.id}`,
    titleZh: write(LETTERS['zh-CN'], 'zh-CN').subject,
    titleEn: write(LETTERS.en, 'en').subject,
    path,
  }))

/** What an event is mailed about also stands in the inbox of its readers, save what carries a secret link. */
export const keepNotices = async (
  context: MailContext & { ids: IdSource },
  event: EventRow,
): Promise<number> => {
  const notices = await noticesOf(context, event)
  return notify(
    context,
    notices.filter(({ secret }) => !secret).flatMap((notice) => toldBy(notice, event)),
  )
}
