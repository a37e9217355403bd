import { AuditPage } from '@market/contracts/audit'
import { useTranslation } from 'react-i18next'
import { AuditFilter } from '../../features/workspace/audit-filter.tsx'
import { AuditTable } from '../../features/workspace/audit-table.tsx'
import { apiOf } from '../../lib/request-context.server.ts'
import { useWorkspace } from '../../lib/workspace.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Pager } from '../../ui/pager.tsx'
import type { Route } from './+types/audit.ts'

export async function loader({ context, url }: Route.LoaderArgs) {
  const subjectType = url.searchParams.get('subjectType')
  const subjectId = url.searchParams.get('subjectId')?.trim()
  const cursor = url.searchParams.get('cursor')
  const page = await apiOf(context).get('/api/audit', AuditPage, {
    subjectType,
    subjectId,
    cursor,
    limit: 30,
  })
  return { page, subjectType: subjectType ?? '', subjectId: subjectId ?? '' }
}

export default function Audit({ loaderData: { page, subjectType, subjectId } }: Route.ComponentProps) {
  const { t } = useTranslation('workspace')
  const kind = useWorkspace().actor.organizationKind
  const oversees = kind === 'authority' || kind === 'operator'
  return (
    <>
      <PageHead title={t('audit.title')} unlisted />
      <PageHeader title={t('audit.title')} lead={t(oversees ? 'audit.lead.all' : 'audit.lead.own')} />
      <AuditFilter subjectType={subjectType} subjectId={subjectId} />
      <AuditTable entries={page.items} />
      <Pager nextCursor={page.nextCursor} />
    </>
  )
}
