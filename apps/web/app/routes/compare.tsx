import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { CompareTable } from '../features/listing/compare-table.tsx'
import { loadListing } from '../features/listing/load-listing.server.ts'
import { attempt, problemResponse } from '../lib/api/problem.ts'
import { apiOf } from '../lib/request-context.server.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Notice } from '../ui/notice.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import type { Route } from './+types/compare.ts'

const MOST = 4

export async function loader({ context, url }: Route.LoaderArgs) {
  const asked = [...new Set(url.searchParams.getAll('id'))]
  const api = apiOf(context)
  const answers = await Promise.all(
    asked.slice(0, MOST).map((id) => attempt(() => loadListing(api, id, 'public'))),
  )
  const views = answers.flatMap((answer) => {
    if (answer.ok) return [answer.value]
    // Gone, or an id somebody mistyped: the others can still be compared.
    if (answer.problem.status === 404 || answer.problem.status === 422) return []
    throw problemResponse(answer.problem)
  })
  return {
    views,
    missing: answers.length - views.length,
    tooMany: asked.length > MOST,
    onlyDifferences: url.searchParams.get('show') === 'differences',
  }
}

export default function Compare({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation(['returning', 'common'])
  const { views, missing, tooMany, onlyDifferences } = loaderData
  return (
    <>
      <PageHead title={t('compare.title')} unlisted />
      <PageHeader
        trail={[{ label: t('common:nav.search'), to: '/search' }]}
        title={t('compare.title')}
        lead={t('compare.lead')}
      />
      {tooMany && <Notice>{t('compare.tooMany')}</Notice>}
      {missing > 0 && <Notice>{t('compare.missing', { count: missing })}</Notice>}
      {views.length === 0 ? (
        <EmptyState
          title={t('compare.empty')}
          action={
            <Button component={Link} to="/search" variant="default">
              {t('compare.more')}
            </Button>
          }
        >
          {t('compare.emptyHint')}
        </EmptyState>
      ) : (
        <CompareTable views={views} onlyDifferences={onlyDifferences} />
      )}
    </>
  )
}
