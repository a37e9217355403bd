import { Button } from '@mantine/core'
import { SearchPage } from '@market/contracts/discovery'
import { SavedSearch } from '@market/contracts/returning'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { data, Link, redirect } from 'react-router'
import classes from '../../../features/returning/returning.module.css'
import { SavedSearchFields } from '../../../features/returning/saved-search-fields.tsx'
import { SearchQuestion } from '../../../features/returning/search-question.tsx'
import { attempt } from '../../../lib/api/problem.ts'
import { type ChosenFilter, chosenFilters, filterText } from '../../../lib/chosen-filters.ts'
import type { Locale } from '../../../lib/i18n/locale.ts'
import { useLocale } from '../../../lib/i18n/use-locale.ts'
import { paths } from '../../../lib/paths.ts'
import { typedValues } from '../../../lib/read-form.ts'
import { apiOf } from '../../../lib/request-context.server.ts'
import { parametersOf, questionOf } from '../../../lib/search-question.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { MarketForm } from '../../../ui/form/market-form.tsx'
import { SubmitButton } from '../../../ui/form/submit-button.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import type { Route } from './+types/new.ts'

export async function loader({ context, url }: Route.LoaderArgs) {
  const question = questionOf(url.searchParams)
  if (question.size === 0) return null
  const asking = { ...parametersOf(question), limit: 1 }
  const page = await apiOf(context).get('/api/search', SearchPage, asking)
  return { q: question.get('q') ?? '', total: page.total, chosen: chosenFilters(question, page) }
}

export async function action({ request, context, url }: Route.ActionArgs) {
  const typed = typedValues(await request.formData())
  const input = {
    name: typed.name ?? '',
    cadence: typed.cadence,
    byMail: typed.byMail === 'yes',
    query: parametersOf(questionOf(url.searchParams)),
  }
  const answer = await attempt(() => apiOf(context).send('POST', '/api/saved-searches', input, SavedSearch))
  if (answer.ok) return redirect(`${paths.savedSearches}?done=created`)
  return data({ problem: answer.problem, typed }, { status: answer.problem.status })
}

export default function NewSavedSearch({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation('returning')
  const { t: tSearch } = useTranslation('search')
  const locale = useLocale()
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
              name={typed?.name ?? nameFor(loaderData, tSearch, locale)}
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
const nameFor = (
  { q, chosen }: { q: string; chosen: ChosenFilter[] },
  t: TFunction<'search'>,
  locale: Locale,
): string => (q || (chosen[0] ? filterText(chosen[0], t, locale) : '')).slice(0, 100)
