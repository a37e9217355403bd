import { SavedSearchList } from '@market/contracts/returning'
import { useTranslation } from 'react-i18next'
import { data, Link, redirect, useSearchParams } from 'react-router'
import { SavedSearches } from '../../../features/returning/saved-searches.tsx'
import { attempt } from '../../../lib/api/problem.ts'
import { paths } from '../../../lib/paths.ts'
import { typedValues } from '../../../lib/read-form.ts'
import { apiOf } from '../../../lib/request-context.server.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import type { Route } from './+types/list.ts'

const MOST = 50
const DONE = ['created', 'changed', 'removed'] as const

export const loader = ({ context }: Route.LoaderArgs) =>
  apiOf(context).get('/api/saved-searches', SavedSearchList)

/** What each button asks of the API. */
const changesOf = (typed: Record<string, string>) => {
  if (typed.intent === 'pause' || typed.intent === 'resume') return { paused: typed.intent === 'pause' }
  return { name: typed.name, cadence: typed.cadence, byMail: typed.byMail === 'yes' }
}

export async function action({ request, context }: Route.ActionArgs) {
  const typed = typedValues(await request.formData())
  const path = `/api/saved-searches/${encodeURIComponent(typed.id ?? '')}`
  const removes = typed.intent === 'remove'
  const answer = await attempt(() =>
    removes
      ? apiOf(context).sendOnly('DELETE', path)
      : apiOf(context).sendOnly('PATCH', path, changesOf(typed)),
  )
  if (answer.ok) return redirect(`${paths.savedSearches}?done=${removes ? 'removed' : 'changed'}`)
  return data({ problem: answer.problem, typed }, { status: answer.problem.status })
}

export default function SavedSearchesPage({ loaderData: { items }, actionData }: Route.ComponentProps) {
  const { t } = useTranslation(['returning', 'mails'])
  const [query] = useSearchParams()
  const done = actionData ? undefined : DONE.find((word) => word === query.get('done'))
  return (
    <>
      <PageHead title={t('saved.title')} unlisted />
      <PageHeader
        title={t('saved.title')}
        lead={t('saved.lead', { max: MOST })}
        actions={<Link to={paths.mailPreferences}>{t('mails:title')}</Link>}
      />
      {done && <Notice tone="done">{t(`saved.${done}`)}</Notice>}
      {items.length === 0 ? (
        <EmptyState title={t('saved.empty')}>{t('saved.emptyHint')}</EmptyState>
      ) : (
        <SavedSearches items={items} result={actionData} />
      )}
    </>
  )
}
