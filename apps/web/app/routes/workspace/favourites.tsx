import { FavouritePage } from '@market/contracts/returning'
import { useTranslation } from 'react-i18next'
import { data, Link, redirect, useSearchParams } from 'react-router'
import { Favourites } from '../../features/returning/favourites.tsx'
import { attempt } from '../../lib/api/problem.ts'
import { paths } from '../../lib/paths.ts'
import { typedValues } from '../../lib/read-form.ts'
import { apiOf } from '../../lib/request-context.server.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Pager } from '../../ui/pager.tsx'
import type { Route } from './+types/favourites.ts'

export async function loader({ context, url }: Route.LoaderArgs) {
  return apiOf(context).get('/api/favourites', FavouritePage, { cursor: url.searchParams.get('cursor') })
}

/** Saves a note. */
export async function action({ request, context }: Route.ActionArgs) {
  const typed = typedValues(await request.formData())
  const path = `/api/favourites/${encodeURIComponent(typed.listingId ?? '')}`
  const answer = await attempt(() => apiOf(context).sendOnly('PATCH', path, { note: typed.note ?? '' }))
  if (answer.ok) return redirect(`${paths.favourites}?done=noted`)
  return data({ problem: answer.problem, typed }, { status: answer.problem.status })
}

export default function FavouritesPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const { t } = useTranslation(['returning', 'workspace'])
  const [query] = useSearchParams()
  return (
    <>
      <PageHead title={t('favourites.title')} unlisted />
      <PageHeader title={t('favourites.title')} lead={t('favourites.lead')} />
      {query.get('done') === 'noted' && !actionData && <Notice tone="done">{t('favourites.noted')}</Notice>}
      {page.items.length === 0 ? (
        <EmptyState
          title={t('favourites.empty')}
          action={<Link to="/search">{t('workspace:home.search')}</Link>}
        >
          {t('favourites.emptyHint')}
        </EmptyState>
      ) : (
        <Favourites items={page.items} result={actionData} />
      )}
      <Pager nextCursor={page.nextCursor} />
    </>
  )
}
