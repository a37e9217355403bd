import { useTranslation } from 'react-i18next'
import { Link, redirect, useLocation } from 'react-router'
import { FacetPanel } from '../features/search/facet-panel.tsx'
import { loadSearch } from '../features/search/load-search.server.ts'
import { NoResults } from '../features/search/no-results.tsx'
import { withTypedRanges } from '../features/search/range-bounds.ts'
import { CompareForm, ResultList } from '../features/search/result-list.tsx'
import classes from '../features/search/search.module.css'
import { SortLinks } from '../features/search/sort-links.tsx'
import { paths } from '../lib/paths.ts'
import { apiOf } from '../lib/request-context.server.ts'
import { ChosenFilters } from '../ui/chosen-filters.tsx'
import { Notice } from '../ui/notice.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { Pager } from '../ui/pager.tsx'
import { SearchField } from '../ui/shell/search-field.tsx'
import type { Route } from './+types/search.ts'

export async function loader({ context, url }: Route.LoaderArgs) {
  const canonical = withTypedRanges(url.searchParams)
  if (canonical !== null) throw redirect(`/search?${canonical}`)
  return loadSearch(apiOf(context), url.searchParams)
}

export default function Search({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('search')
  const { q, sort, page, chosen, fallback } = loaderData
  const chosenCount = chosen.length
  const title = q === '' ? t('title') : t('titleFor', { query: q })
  return (
    <>
      <PageHead
        title={title}
        description={t('description')}
        keep={['q']}
        unlisted={q !== '' || chosenCount > 0}
      />
      <div className={classes.bar}>
        <SearchField key={q} defaultValue={q} size="large" id="search-again" />
      </div>
      {fallback && <Notice tone="needs-you">{t('fallback')}</Notice>}
      <div className={classes.layout}>
        <FacetPanel facets={page.facets} chosenCount={chosenCount} />
        <div>
          <div className={classes.head}>
            <h1>
              {page.totalIsExact ? t('total', { count: page.total }) : t('about', { count: page.total })}
              {q !== '' && <span className="visually-hidden"> · {title}</span>}
            </h1>
            <span className={classes.hint}>{t('hint')}</span>
            {(q !== '' || chosenCount > 0) && <SaveLink />}
            <MapLink />
            <SortLinks current={sort} hasWords={q !== ''} />
          </div>
          <ChosenFilters filters={chosen} />
          {page.relaxed && page.items.length > 0 && <p className={classes.relaxed}>{t('relaxed')}</p>}
          {page.items.length === 0 ? (
            <NoResults q={q} filtered={chosenCount > 0} ways={loaderData.ways} />
          ) : (
            <>
              <ResultList hits={page.items} kept={loaderData.kept} />
              {page.items.length > 1 && <CompareForm />}
            </>
          )}
          <Pager nextCursor={page.nextCursor} />
        </div>
      </div>
    </>
  )
}

/** The same question, to be told of what is new; who has no account comes back to it after logging in. */
function SaveLink() {
  const { t } = useTranslation('returning')
  const params = new URLSearchParams(useLocation().search)
  for (const name of ['cursor', 'sort', 'lang']) params.delete(name)
  return (
    <Link to={`${paths.savedSearches}/new?${params}`} rel="nofollow" className={classes.save}>
      {t('saved.save')}
    </Link>
  )
}

/** The same results as charts. */
function MapLink() {
  const { t } = useTranslation('returning')
  const params = new URLSearchParams(useLocation().search)
  for (const name of ['cursor', 'sort', 'lang']) params.delete(name)
  return (
    <Link to={`/map?${params}`} rel="nofollow" className={classes.save}>
      {t('map.open')}
    </Link>
  )
}
