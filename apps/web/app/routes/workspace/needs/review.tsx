import { NeedPage } from '@market/contracts/demands'
import { useTranslation } from 'react-i18next'
import { NeedRows } from '../../../features/needs/need-rows.tsx'
import { paths } from '../../../lib/paths.ts'
import { apiOf } from '../../../lib/request-context.server.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Pager } from '../../../ui/pager.tsx'
import type { Route } from './+types/review.ts'

export async function loader({ context, url }: Route.LoaderArgs) {
  const query = { scope: 'review', cursor: url.searchParams.get('cursor') }
  return { page: await apiOf(context).get('/api/needs/list', NeedPage, query) }
}

export default function NeedReview({ loaderData: { page } }: Route.ComponentProps) {
  const { t } = useTranslation('needs')
  return (
    <>
      <PageHead title={t('review.title')} unlisted />
      <PageHeader title={t('review.title')} lead={t('review.lead')} />
      {page.items.length === 0 ? (
        <EmptyState title={t('review.none')} />
      ) : (
        <NeedRows items={page.items} label={t('review.title')} to={paths.myNeed} />
      )}
      <Pager nextCursor={page.nextCursor} />
    </>
  )
}
