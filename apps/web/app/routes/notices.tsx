import { NoticePage, NoticeQuery } from '@market/contracts/contracts'
import { useTranslation } from 'react-i18next'
import { NoticeRows } from '../features/notices/notice-rows.tsx'
import { paths } from '../lib/paths.ts'
import { apiOf } from '../lib/request-context.server.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { LinkTabs } from '../ui/link-tabs.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Pager } from '../ui/pager.tsx'
import type { Route } from './+types/notices.ts'

const PHASES = ['running', 'past'] as const

export async function loader({ context, url }: Route.LoaderArgs) {
  const asked = NoticeQuery.shape.phase.safeParse(url.searchParams.get('phase') ?? undefined)
  const phase = asked.success ? asked.data : 'running'
  const cursor = url.searchParams.get('cursor')
  return { phase, page: await apiOf(context).get('/api/notices', NoticePage, { phase, cursor }) }
}

export default function Notices({ loaderData: { phase, page } }: Route.ComponentProps) {
  const { t } = useTranslation('notices')
  const tabs = PHASES.map((key) => ({ key, label: t(`list.${key}`), to: `${paths.notices}?phase=${key}` }))
  return (
    <>
      <PageHead title={t('title')} description={t('lead')} />
      <PageHeader title={t('title')} lead={t('lead')} />
      <LinkTabs label={t('list.label')} tabs={tabs} current={phase} />
      {page.items.length === 0 ? (
        <EmptyState title={t(`list.none.${phase}`)}>{t('list.noneHint')}</EmptyState>
      ) : (
        <NoticeRows items={page.items} label={t(`list.${phase}`)} />
      )}
      <Pager nextCursor={page.nextCursor} />
    </>
  )
}
