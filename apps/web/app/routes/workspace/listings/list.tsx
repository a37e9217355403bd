import { Button } from '@mantine/core'
import { LISTING_STATE_NAMES } from '@market/domain/codes'
import { may } from '@market/domain/policy'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { loadMyListings } from '../../../features/listing-editor/load-my-listings.server.ts'
import { ListingRows, TodoRows } from '../../../features/listing-editor/my-listing-rows.tsx'
import { paths } from '../../../lib/paths.ts'
import { apiOf } from '../../../lib/request-context.server.ts'
import { useWorkspace } from '../../../lib/workspace.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { StateFilter } from '../../../ui/state-filter.tsx'
import type { Route } from './+types/list.ts'

export function loader({ context, url }: Route.LoaderArgs) {
  return loadMyListings(apiOf(context), url)
}

export default function MyListings({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('editor')
  const { state, todos, items, nextCursor } = loaderData
  return (
    <>
      <PageHead title={t('list.title')} unlisted />
      <PageHeader title={t('list.title')} lead={t('list.lead')} actions={<NewListing />} />
      <StateFilter names={LISTING_STATE_NAMES} current={state} />
      {todos.length > 0 && (
        <>
          <h2 className="list-heading">{t('list.todo')}</h2>
          <TodoRows todos={todos} label={t('list.todo')} />
        </>
      )}
      {items.length > 0 && (
        <>
          {todos.length > 0 && <h2 className="list-heading">{t('list.others')}</h2>}
          <ListingRows items={items} label={t('list.others')} />
        </>
      )}
      {todos.length + items.length === 0 && <Nothing filtered={state !== undefined} />}
      <Pager nextCursor={nextCursor} />
    </>
  )
}

function NewListing() {
  const { t } = useTranslation('editor')
  const { actor } = useWorkspace()
  if (!may(actor, 'listing.create')) return null
  return (
    <>
      <Button component={Link} to={paths.listingImports} variant="default">
        {t('list.import')}
      </Button>
      <Button component={Link} to="/workspace/listings/bulk" variant="default">
        {t('list.bulk')}
      </Button>
      <Button component={Link} to="/workspace/listings/embed" variant="default">
        {t('list.embed')}
      </Button>
      <Button component={Link} to={paths.newListing}>
        {t('list.create')}
      </Button>
    </>
  )
}

function Nothing({ filtered }: { filtered: boolean }) {
  const { t } = useTranslation('editor')
  if (filtered) return <EmptyState title={t('list.noneInState')} />
  return (
    <EmptyState title={t('list.none')} action={<NewListing />}>
      {t('list.noneHint')}
    </EmptyState>
  )
}
