import { ListingPage } from '@market/contracts/listings'
import { useTranslation } from 'react-i18next'
import { QueueRows } from '../../../features/listing-review/queue-rows.tsx'
import { apiOf } from '../../../lib/request-context.server.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Pager } from '../../../ui/pager.tsx'
import type { Route } from './+types/queue.ts'

const DONE = ['published', 'returned', 'withdrawn'] as const

export async function loader({ context, url }: Route.LoaderArgs) {
  const cursor = url.searchParams.get('cursor')
  const asked = url.searchParams.get('done')
  return {
    page: await apiOf(context).get('/api/listings', ListingPage, { scope: 'review', cursor, limit: 30 }),
    done: DONE.find((done) => done === asked) ?? null,
  }
}

export default function ReviewQueue({ loaderData: { page, done } }: Route.ComponentProps) {
  const { t } = useTranslation('review')
  return (
    <>
      <PageHead title={t('queue.title')} unlisted />
      <PageHeader title={t('queue.title')} lead={t('queue.lead')} />
      {done && <Notice tone="done">{t(`done.${done}`)}</Notice>}
      {page.items.length === 0 ? (
        <EmptyState title={t('queue.none')}>{t('queue.noneHint')}</EmptyState>
      ) : (
        <QueueRows items={page.items} />
      )}
      <Pager nextCursor={page.nextCursor} />
    </>
  )
}
