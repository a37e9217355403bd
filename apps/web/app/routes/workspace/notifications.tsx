import { MarkedOne, NotificationPage } from '@market/contracts/notifications'
import { useTranslation } from 'react-i18next'
import { Link, redirect, useSearchParams } from 'react-router'
import { Inbox } from '../../features/returning/inbox.tsx'
import { textOf } from '../../lib/form-text.ts'
import { paths } from '../../lib/paths.ts'
import { apiOf } from '../../lib/request-context.server.ts'
import { safeReturnPath } from '../../lib/return-path.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LinkTabs } from '../../ui/link-tabs.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Pager } from '../../ui/pager.tsx'
import type { Route } from './+types/notifications.ts'

export async function loader({ context, url }: Route.LoaderArgs) {
  const unread = url.searchParams.get('view') === 'unread'
  const query = { unread: String(unread), cursor: url.searchParams.get('cursor') }
  return { unread, page: await apiOf(context).get('/api/notifications', NotificationPage, query) }
}

/** Opens one, which reads it; or reads them all. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData()
  const api = apiOf(context)
  const id = textOf(form, 'id')
  if (id === '') {
    await api.sendOnly('POST', '/api/notifications/read', { until: textOf(form, 'until') })
    return redirect(`${paths.notifications}?done=all`)
  }
  const { path } = await api.send(
    'POST',
    `/api/notifications/${encodeURIComponent(id)}/read`,
    undefined,
    MarkedOne,
  )
  return redirect(safeReturnPath(path, paths.notifications))
}

export default function Notifications({ loaderData: { unread, page } }: Route.ComponentProps) {
  const { t } = useTranslation(['returning', 'mails'])
  const [query] = useSearchParams()
  const tabs = [
    { key: 'all', label: t('inbox.all'), to: paths.notifications },
    { key: 'unread', label: t('inbox.unread'), to: `${paths.notifications}?view=unread` },
  ]
  return (
    <>
      <PageHead title={t('inbox.title')} unlisted />
      <PageHeader
        title={t('inbox.title')}
        lead={t('inbox.lead')}
        actions={<Link to={paths.mailPreferences}>{t('mails:title')}</Link>}
      />
      {query.get('done') === 'all' && <Notice tone="done">{t('inbox.markedAll')}</Notice>}
      <LinkTabs label={t('inbox.list')} tabs={tabs} current={unread ? 'unread' : 'all'} />
      {page.items.length === 0 ? (
        <EmptyState title={t(unread ? 'inbox.emptyUnread' : 'inbox.empty')}>
          {t('inbox.emptyHint')}
        </EmptyState>
      ) : (
        <Inbox items={page.items} />
      )}
      <Pager nextCursor={page.nextCursor} />
    </>
  )
}
