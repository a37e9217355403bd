import { Listing, ListingHistory } from '@market/contracts/listings'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ChangeList } from '../features/listing/change-list.tsx'
import { pick } from '../lib/i18n/locale.ts'
import { useLocale } from '../lib/i18n/use-locale.ts'
import { paths } from '../lib/paths.ts'
import { apiOf } from '../lib/request-context.server.ts'
import { PageHead } from '../ui/page-head.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Timeline } from '../ui/timeline.tsx'
import type { Route } from './+types/listing-history.ts'

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const api = apiOf(context)
  const path = `/api/listings/${encodeURIComponent(params.id)}`
  const [{ id, titleZh, titleEn }, history] = await Promise.all([
    api.get(path, Listing, { view: 'public' }),
    api.get(`${path}/history`, ListingHistory, { before: url.searchParams.get('before') }),
  ])
  return { listing: { id, titleZh, titleEn }, history }
}

/** What each publication of a listing changed, for everybody. */
export default function ListingHistoryPage({ loaderData: { listing, history } }: Route.ComponentProps) {
  const { t } = useTranslation(['listing', 'common'])
  const locale = useLocale()
  const title = pick(listing, 'title', locale)
  return (
    <>
      <PageHead title={t('listing:changes.of', { title })} unlisted />
      <PageHeader
        trail={[
          { label: t('common:nav.search'), to: '/search' },
          { label: title, to: paths.listing(listing.id) },
        ]}
        title={t('listing:changes.title')}
        lead={t('listing:changes.lead')}
      />
      <Timeline
        entries={history.items.map(({ version, publishedAt, changes }) => ({
          id: String(version),
          at: publishedAt,
          title: t('listing:version', { version }),
          body:
            changes.length > 0 ? (
              <ChangeList changes={changes} />
            ) : (
              <p>{t(version === 1 ? 'listing:changes.first' : 'listing:changes.none')}</p>
            ),
        }))}
      />
      {history.nextBefore !== null && (
        <p>
          <Link to={`?before=${history.nextBefore}`}>{t('listing:changes.older')}</Link>
        </p>
      )}
    </>
  )
}
