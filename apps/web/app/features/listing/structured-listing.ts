import type { Listing } from '@market/contracts/listings'
import { type Locale, pick } from '../../lib/i18n/locale.ts'

const AVAILABILITY: Partial<Record<Listing['state'], string>> = {
  published: 'https://schema.org/InStock',
  under_negotiation: 'https://schema.org/InStock',
  transferred: 'https://schema.org/SoldOut',
}

/** The listing for search engines: an offer of a creative work, by its owner. */
export function structuredListing(listing: Listing, locale: Locale, url: string): object {
  const price = listing.priceFen === null ? {} : { price: (listing.priceFen / 100).toFixed(2) }
  return {
    '@type': 'CreativeWork',
    name: pick(listing, 'title', locale),
    description: pick(listing, 'summary', locale),
    inLanguage: locale,
    url,
    datePublished: listing.publishedAt,
    identifier: listing.rights.flatMap(({ number }) => (number === null ? [] : [number])),
    creator: { '@type': 'Organization', name: pick(listing.organization, 'name', locale) },
    offers: {
      '@type': 'Offer',
      priceCurrency: 'CNY',
      availability: AVAILABILITY[listing.state],
      ...price,
    },
  }
}
