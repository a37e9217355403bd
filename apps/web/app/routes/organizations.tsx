import { Button } from '@mantine/core'
import { MOST_ORGANIZATION_SEARCHED, OrganizationPage } from '@market/contracts/organizations'
import { findRegion } from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { KindTabs, LISTED_KINDS } from '../features/directory/kind-tabs.tsx'
import { NameSearch } from '../features/directory/name-search.tsx'
import { OrganizationTable } from '../features/directory/organization-table.tsx'
import { paths } from '../lib/paths.ts'
import { apiOf } from '../lib/request-context.server.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Pager } from '../ui/pager.tsx'
import type { Route } from './+types/organizations.ts'

export async function loader({ context, url }: Route.LoaderArgs) {
  const kind = LISTED_KINDS.find((listed) => listed === url.searchParams.get('kind')) ?? null
  const q = (url.searchParams.get('q') ?? '').trim().slice(0, MOST_ORGANIZATION_SEARCHED)
  const page = await apiOf(context).get('/api/organizations', OrganizationPage, {
    state: 'verified',
    kind,
    q: q || undefined,
    cursor: url.searchParams.get('cursor'),
    limit: 50,
  })
  const rows = page.items.map((item) => {
    const { zh, en } = findRegion(item.regionCode) ?? { zh: item.regionCode, en: item.regionCode }
    return { ...item, region: { zh, en } }
  })
  return { kind, q, rows, nextCursor: page.nextCursor }
}

export default function Organizations({ loaderData: { kind, q, rows, nextCursor } }: Route.ComponentProps) {
  const { t } = useTranslation('directory')
  const register = (
    <Button component={Link} to={paths.newOrganization} variant="default">
      {t('register')}
    </Button>
  )
  return (
    <>
      <PageHead title={t('title')} description={t('description')} keep={['kind']} unlisted={q !== ''} />
      <PageHeader title={t('title')} lead={t('lead')} actions={register} />
      <NameSearch kind={kind} q={q} />
      <KindTabs current={kind} q={q} />
      {rows.length === 0 ? <NoOrganization q={q} /> : <OrganizationTable rows={rows} />}
      <Pager nextCursor={nextCursor} />
    </>
  )
}

function NoOrganization({ q }: { q: string }) {
  const { t } = useTranslation('directory')
  if (q === '') return <EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>
  const all = (
    <Button component={Link} to={paths.organizations} variant="default">
      {t('search.all')}
    </Button>
  )
  return (
    <EmptyState title={t('search.none', { name: q })} action={all}>
      {t('search.noneHint')}
    </EmptyState>
  )
}
