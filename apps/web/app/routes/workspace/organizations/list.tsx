import { OrganizationPage, OrganizationQuery } from '@market/contracts/organizations'
import { labelOf, ORGANIZATION_KIND_NAMES, ORGANIZATION_STATE_NAMES } from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import { nameIn, pick } from '../../../lib/i18n/locale.ts'
import { useLocale } from '../../../lib/i18n/use-locale.ts'
import { apiOf } from '../../../lib/request-context.server.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { LinkTabs } from '../../../ui/link-tabs.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { RecordList, RecordRow } from '../../../ui/record-list.tsx'
import { StateBadge } from '../../../ui/state-badge.tsx'
import type { Route } from './+types/list.ts'

const DONE = ['verify', 'reject', 'suspend', 'restore'] as const

export async function loader({ context, url }: Route.LoaderArgs) {
  const asked = OrganizationQuery.shape.state.safeParse(url.searchParams.get('state') ?? undefined)
  const state = (asked.success && asked.data) || 'pending'
  const cursor = url.searchParams.get('cursor')
  const done = url.searchParams.get('done')
  return {
    page: await apiOf(context).get('/api/organizations', OrganizationPage, { state, cursor, limit: 30 }),
    state,
    done: DONE.find((decision) => decision === done) ?? null,
  }
}

export default function Organizations({ loaderData: { page, state, done } }: Route.ComponentProps) {
  const { t } = useTranslation('organizations')
  const locale = useLocale()
  return (
    <>
      <PageHead title={t('list.title')} unlisted />
      <PageHeader title={t('list.title')} lead={t('list.lead')} />
      {done && <Notice tone="done">{t(`decision.${done}.done`)}</Notice>}
      <LinkTabs
        label={t('fields.state')}
        current={state}
        tabs={ORGANIZATION_STATE_NAMES.map((entry) => ({
          key: entry.code,
          label: nameIn(entry, locale),
          to: `/workspace/organizations?state=${entry.code}`,
        }))}
      />
      {page.items.length === 0 ? (
        <EmptyState title={t(state === 'pending' ? 'list.nonePending' : 'list.none')}>
          {t('list.noneHint')}
        </EmptyState>
      ) : (
        <RecordList label={t('list.title')}>
          {page.items.map((item) => (
            <RecordRow
              key={item.id}
              to={`/workspace/organizations/${item.id}`}
              title={pick(item, 'name', locale)}
              need={state === 'pending' ? t('list.verify') : undefined}
              badge={
                state === 'pending' ? undefined : <StateBadge subject="organization" state={item.state} />
              }
              meta={labelOf(ORGANIZATION_KIND_NAMES, item.kind, locale)}
            />
          ))}
        </RecordList>
      )}
      <Pager nextCursor={page.nextCursor} />
    </>
  )
}
