import { Button } from '@mantine/core'
import { SEARCH_FACETS, SearchPage } from '@market/contracts/discovery'
import { SavedSearch } from '@market/contracts/returning'
import { useTranslation } from 'react-i18next'
import { data, Link, redirect } from 'react-router'
import classes from '../../../features/returning/returning.module.css'
import { SavedSearchFields } from '../../../features/returning/saved-search-fields.tsx'
import { SearchQuestion } from '../../../features/returning/search-question.tsx'
import { attempt } from '../../../lib/api/problem.ts'
import { paths } from '../../../lib/paths.ts'
import { typedValues } from '../../../lib/read-form.ts'
import { apiOf } from '../../../lib/request-context.server.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { MarketForm } from '../../../ui/form/market-form.tsx'
import { SubmitButton } from '../../../ui/form/submit-button.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import type { Route } from './+types/new.ts'

/** The question an address of the search page asks. */
const queryOf = (params: URLSearchParams) => ({
  q: (params.get('q') ?? '').trim(),
  ...Object.fromEntries(SEARCH_FACETS.map((facet) => [facet, params.getAll(facet)])),
})

export async function loader({ context, url }: Route.LoaderArgs) {
  const query = queryOf(url.searchParams)
  const asked = Object.values(query).some((value) => value.length > 0)
  if (!asked) return null
  const page = await apiOf(context).get('/api/search', SearchPage, { ...query, limit: 1 })
  const chosen = SEARCH_FACETS.map((facet) => ({
    facet,
    values: (page.facets[facet] ?? []).filter((value) => value.chosen),
  }))
  return { q: query.q, total: page.total, chosen: chosen.filter(({ values }) => values.length > 0) }
}

export async function action({ request, context, url }: Route.ActionArgs) {
  const typed = typedValues(await request.formData())
  const input = {
    name: typed.name ?? '',
    cadence: typed.cadence,
    byMail: typed.byMail === 'yes',
    query: queryOf(url.searchParams),
  }
  const answer = await attempt(() => apiOf(context).send('POST', '/api/saved-searches', input, SavedSearch))
  if (answer.ok) return redirect(`${paths.savedSearches}?done=created`)
  return data({ problem: answer.problem, typed }, { status: answer.problem.status })
}

export default function NewSavedSearch({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation('returning')
  const typed = actionData?.typed
  return (
    <>
      <PageHead title={t('saved.newTitle')} unlisted />
      <PageHeader
        trail={[{ label: t('saved.title'), to: paths.savedSearches }]}
        title={t('saved.newTitle')}
        lead={t('saved.newLead')}
      />
      {loaderData === null ? (
        <EmptyState
          title={t('saved.nothingAsked')}
          action={
            <Button component={Link} to="/search" variant="default">
              {t('saved.toSearch')}
            </Button>
          }
        />
      ) : (
        <div className={classes.narrow}>
          <SearchQuestion {...loaderData} />
          <MarketForm problem={actionData?.problem}>
            <SavedSearchFields
              id="new"
              name={typed?.name ?? nameFor(loaderData)}
              cadence={typed?.cadence ?? 'daily'}
              byMail={typed ? typed.byMail === 'yes' : true}
            />
            <SubmitButton>{t('saved.create')}</SubmitButton>
          </MarketForm>
        </div>
      )}
    </>
  )
}

/** The words, or the first filter where there are none. */
const nameFor = ({ q, chosen }: { q: string; chosen: { values: { nameZh: string }[] }[] }): string =>
  (q || (chosen[0]?.values[0]?.nameZh ?? '')).slice(0, 100)
