import { Button, TextInput } from '@mantine/core'
import { MOST_NEED_SEARCHED, NEED_QUERY_FACETS, NeedSearchPage } from '@market/contracts/demands'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { NeedFacets } from '../features/needs/need-facets.tsx'
import { NeedRows } from '../features/needs/need-rows.tsx'
import classes from '../features/needs/needs.module.css'
import { paths } from '../lib/paths.ts'
import { apiOf } from '../lib/request-context.server.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Pager } from '../ui/pager.tsx'
import searchForm from '../ui/search-form.module.css'
import type { Route } from './+types/needs.ts'

export async function loader({ context, url }: Route.LoaderArgs) {
  const { searchParams } = url
  const q = (searchParams.get('q') ?? '').slice(0, MOST_NEED_SEARCHED)
  const page = await apiOf(context).get('/api/needs', NeedSearchPage, {
    q,
    cursor: searchParams.get('cursor'),
    ...Object.fromEntries(NEED_QUERY_FACETS.map((facet) => [facet, searchParams.getAll(facet)])),
  })
  return { page, q, search: searchParams.toString() }
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
      <form method="get" action="/needs" className={searchForm.form}>
        <TextInput name="q" label={t('search')} defaultValue={q} maxLength={MOST_NEED_SEARCHED} />
        <Button type="submit">{t('find')}</Button>
      </form>
      <div className={classes.layout}>
        <NeedFacets facets={page.facets} search={search} />
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
