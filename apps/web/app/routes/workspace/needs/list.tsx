import { Button } from '@mantine/core'
import { NeedListQuery, NeedPage } from '@market/contracts/demands'
import { NEED_STATE_NAMES } from '@market/domain/codes'
import { may } from '@market/domain/policy'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { NeedRows } from '../../../features/needs/need-rows.tsx'
import { paths } from '../../../lib/paths.ts'
import { apiOf } from '../../../lib/request-context.server.ts'
import { useWorkspace } from '../../../lib/workspace.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { StateFilter } from '../../../ui/state-filter.tsx'
import type { Route } from './+types/list.ts'

export async function loader({ context, url }: Route.LoaderArgs) {
  const asked = NeedListQuery.shape.state.safeParse(url.searchParams.get('state') ?? undefined)
  const state = asked.success ? asked.data : undefined
  const query = { scope: 'mine', state, cursor: url.searchParams.get('cursor') }
  return { state, page: await apiOf(context).get('/api/needs/list', NeedPage, query) }
}

export default function MyNeeds({ loaderData: { state, page } }: Route.ComponentProps) {
  const { t } = useTranslation('needs')
  const { actor } = useWorkspace()
  const post = may(actor, 'need.create') && (
    <Button component={Link} to={paths.newNeed}>
      {t('post')}
    </Button>
  )
  return (
    <>
      <PageHead title={t('list.title')} unlisted />
      <PageHeader title={t('list.title')} lead={t('list.lead')} actions={post} />
      <StateFilter names={NEED_STATE_NAMES} current={state} />
      {page.items.length === 0 ? (
        <EmptyState
          title={t('list.none')}
          action={<Link to={paths.matchingNeeds}>{t('matching.title')}</Link>}
        >
          {t('list.noneHint')}
        </EmptyState>
      ) : (
        <NeedRows items={page.items} label={t('list.title')} to={paths.myNeed} />
      )}
      <Pager nextCursor={page.nextCursor} />
    </>
  )
}
