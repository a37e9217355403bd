import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { loadWork } from '../../features/workspace/load-work.server.ts'
import { PlanFigures } from '../../features/workspace/plan-figures.tsx'
import { RecentLists } from '../../features/workspace/recent-lists.tsx'
import { WaitingList } from '../../features/workspace/waiting-list.tsx'
import { paths } from '../../lib/paths.ts'
import { apiOf } from '../../lib/request-context.server.ts'
import { useWorkspace } from '../../lib/workspace.ts'
import { workspaceOf } from '../../lib/workspace-context.server.ts'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import type { Route } from './+types/home.ts'

export async function loader({ context }: Route.LoaderArgs) {
  return { work: await loadWork(apiOf(context), workspaceOf(context)) }
}

export default function WorkspaceHome({ loaderData: { work } }: Route.ComponentProps) {
  const { t } = useTranslation('workspace')
  const { actor } = useWorkspace()
  return (
    <>
      <PageHead title={t('home.title')} unlisted />
      <PageHeader title={t('home.waiting')} lead={t(leadOf(actor.organizationKind))} />
      {work.turnover && <PlanFigures turnover={work.turnover} />}
      {work.incomplete && <Notice>{t('home.incomplete')}</Notice>}
      <WaitingList waiting={work.waiting}>
        <FirstStep />
      </WaitingList>
      <RecentLists recent={work.recent} />
    </>
  )
}

/** What one would do next when nothing waits. */
function FirstStep() {
  const { t } = useTranslation('workspace')
  const kind = useWorkspace().actor.organizationKind
  const posts = kind === 'university' || kind === 'institute'
  if (kind === 'authority' || kind === 'operator') {
    return (
      <Button component={Link} to="/plans" variant="default">
        {t('nav.plans')}
      </Button>
    )
  }
  if (kind === 'agency') {
    return (
      <Button component={Link} to={paths.registrations} variant="default">
        {t('nav.registrations')}
      </Button>
    )
  }
  return (
    <Button component={Link} to={posts ? paths.newListing : '/search'} variant="default">
      {t(posts ? 'home.post' : 'home.search')}
    </Button>
  )
}

function leadOf(kind: ReturnType<typeof useWorkspace>['actor']['organizationKind']) {
  if (kind === 'agency') return 'home.lead.agency'
  if (kind === 'operator') return 'home.lead.operator'
  if (kind === 'authority') return 'home.lead.authority'
  return 'home.lead.dealing'
}
