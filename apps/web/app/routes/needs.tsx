import { Button, TextInput } from '@mantine/core'
import { NEED_QUERY_FACETS, NeedSearchPage } from '@market/contracts/demands'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { NeedRows } from '../features/needs/need-rows.tsx'
import classes from '../features/needs/needs.module.css'
import { pick } from '../lib/i18n/locale.ts'
import { useLocale } from '../lib/i18n/use-locale.ts'
import { paths } from '../lib/paths.ts'
import { apiOf } from '../lib/request-context.server.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Pager } from '../ui/pager.tsx'
import type { Route } from './+types/needs.ts'

export async function loader({ context, url }: Route.LoaderArgs) {
  const { searchParams } = url
  const page = await apiOf(context).get('/api/needs', NeedSearchPage, {
    q: searchParams.get('q'),
    cursor: searchParams.get('cursor'),
    ...Object.fromEntries(NEED_QUERY_FACETS.map((facet) => [facet, searchParams.getAll(facet)])),
  })
  return { page, q: searchParams.get('q') ?? '', search: searchParams.toString() }
}

export default function Needs({ loaderData: { page, q, search } }: Route.ComponentProps) {
  const { t } = useTranslation('needs')
  const post = (
    <Button component={Link} to={paths.newNeed} variant="default">
      {t('post')}
    </Button>
  )
  return (
    <>
      <PageHead title={t('title')} description={t('description')} unlisted={search !== ''} />
      <PageHeader title={t('title')} lead={t('lead')} actions={post} />
      <form method="get" action="/needs" className={classes.search}>
        <TextInput name="q" label={t('search')} defaultValue={q} />
        <Button type="submit">{t('find')}</Button>
      </form>
      <div className={classes.layout}>
        <Facets facets={page.facets} search={search} />
        <div>
          {page.items.length === 0 ? (
            <EmptyState title={t('none')}>{t('noneHint')}</EmptyState>
          ) : (
            <NeedRows items={page.items} label={t('title')} to={paths.need} />
          )}
          <Pager nextCursor={page.nextCursor} />
        </div>
      </div>
    </>
  )
}

function Facets({ facets, search }: { facets: NeedSearchPage['facets']; search: string }) {
  const { t } = useTranslation('needs')
  const locale = useLocale()
  return (
    <nav aria-label={t('facets.label')} className={classes.facets}>
      {NEED_QUERY_FACETS.filter((facet) => facets[facet].length > 0).map((facet) => (
        <section key={facet}>
          <h2>{t(`facets.${facet}`)}</h2>
          <ul>
            {facets[facet].map((value) => (
              <li key={value.value}>
                <Link
                  to={`/needs?${toggled(search, facet, value)}`}
                  rel="nofollow"
                  data-chosen={value.chosen || undefined}
                >
                  <span>
                    {value.chosen && <span className="visually-hidden">{t('facets.remove')} </span>}
                    {pick(value, 'name', locale)}
                  </span>
                  <span>{value.count}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  )
}

function toggled(search: string, facet: string, { value, chosen }: { value: string; chosen: boolean }) {
  const params = new URLSearchParams(search)
  params.delete('cursor')
  if (chosen) params.delete(facet, value)
  else params.append(facet, value)
  return params
}
