import { Button } from '@mantine/core'
import type { Notification } from '@market/contracts/notifications'
import { useTranslation } from 'react-i18next'
import { Form } from 'react-router'
import { formatInstant } from '../../lib/format.ts'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import classes from './returning.module.css'

/** Notices as buttons: opening one reads it, without JavaScript too. */
export function Inbox({ items }: { items: readonly Notification[] }) {
  const { t } = useTranslation('returning')
  const newest = items[0]?.createdAt
  const anyUnread = items.some(({ readAt }) => readAt === null)
  return (
    <>
      {anyUnread && newest && (
        <Form method="post" className={classes.bar}>
          <input type="hidden" name="until" value={newest} />
          <Button type="submit" variant="default" size="xs">
            {t('inbox.markAll')}
          </Button>
        </Form>
      )}
      <ul className={classes.inbox} aria-label={t('inbox.list')}>
        {items.map((item) => (
          <InboxItem key={item.id} item={item} />
        ))}
      </ul>
    </>
  )
}

function InboxItem({ item }: { item: Notification }) {
  const { t } = useTranslation('returning')
  const locale = useLocale()
  const unread = item.readAt === null
  return (
    <li data-unread={unread || undefined}>
      <Form method="post">
        <button type="submit" name="id" value={item.id}>
          <span className={classes.dot} aria-hidden="true" />
          <span className={classes.title}>
            {unread && <span className="visually-hidden">{t('inbox.isUnread')} · </span>}
            {pick(item, 'title', locale)}
          </span>
          <time dateTime={item.createdAt}>{formatInstant(item.createdAt, locale)}</time>
        </button>
      </Form>
    </li>
  )
}
