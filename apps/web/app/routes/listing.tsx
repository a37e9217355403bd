import { LISTING_KINDS, labelOf } from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Encumbrances } from '../features/listing/encumbrances.tsx'
import { ListingArticle } from '../features/listing/listing-article.tsx'
import { ListingRail, RequestAction } from '../features/listing/listing-rail.tsx'
import { loadAttention } from '../features/listing/load-attention.server.ts'
import { loadListing } from '../features/listing/load-listing.server.ts'
import { Similar } from '../features/listing/similar.tsx'
import { structuredListing } from '../features/listing/structured-listing.ts'
import { Visits } from '../features/listing/visits.tsx'
import { formatInstantDay } from '../lib/format.ts'
import { pathInLocale, pick } from '../lib/i18n/locale.ts'
import { useLocale } from '../lib/i18n/use-locale.ts'
import { paths } from '../lib/paths.ts'
import { apiOf } from '../lib/request-context.server.ts'
import { useRootData } from '../lib/root-data.ts'
import { WithRail } from '../ui/facts.tsx'
import { FavouriteButton } from '../ui/favourite-button.tsx'
import { Notice } from '../ui/notice.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import type { Route } from './+types/listing.ts'

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const preview = url.searchParams.get('view') === 'preview'
  const api = apiOf(context)
  const [view, attention] = await Promise.all([
    loadListing(api, params.id, preview ? 'preview' : 'public'),
    preview ? null : loadAttention(api, params.id),
  ])
  return { view, preview, attention }
}

export default function ListingPage({ loaderData: { view, preview, attention } }: Route.ComponentProps) {
  const { t } = useTranslation(['listing', 'common'])
  const locale = useLocale()
  const origin = useRootData()?.publicOrigin ?? ''
  const { listing } = view
  const title = pick(listing, 'title', locale)
  const published = listing.publishedAt && formatInstantDay(listing.publishedAt, locale)
  return (
    <>
      <PageHead
        title={title}
        description={pick(listing, 'summary', locale).slice(0, 160)}
        unlisted={preview}
        structured={structuredListing(
          listing,
          locale,
          origin + pathInLocale(paths.listing(listing.id), locale),
        )}
      />
      {preview && <Notice tone="needs-you">{t('listing:preview')}</Notice>}
      <PageHeader
        trail={[{ label: t('common:nav.search'), to: '/search' }]}
        title={title}
        actions={
          attention && <FavouriteButton listingId={listing.id} title={title} kept={attention.kept} labelled />
        }
        eyebrow={
          <>
            <span>{labelOf(LISTING_KINDS, listing.kind, locale)}</span>
            {published && <span>{t('listing:publishedOn', { date: published })}</span>}
            {listing.version > 1 && (
              <span>
                {t('listing:version', { version: listing.version })}{' '}
                <Link to={paths.listingHistory(listing.id)}>{t('listing:changes.see')}</Link>
              </span>
            )}
          </>
        }
      />
      <WithRail action={<RequestAction view={view} />} rail={<ListingRail view={view} />}>
        <ListingArticle listing={listing} />
        <Encumbrances rights={view.encumbrances.rights} />
        {attention && <Similar items={attention.similar} comparedWith={listing.id} />}
        {attention?.visits && <Visits figures={attention.visits} />}
      </WithRail>
    </>
  )
}
