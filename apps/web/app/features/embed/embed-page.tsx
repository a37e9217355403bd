import type { ListingSummary } from '@market/contracts/listings'
import type { Organization } from '@market/contracts/organizations'
import { LISTING_KINDS, LISTING_STATE_NAMES, labelOf } from '@market/domain/codes'
import { isRequestable } from '@market/domain/listings'
import { type Locale, pathInLocale, pick } from '../../lib/i18n/locale.ts'
import { paths } from '../../lib/paths.ts'
import { type EmbedTheme, embedStyle } from './embed-style.ts'

interface EmbedPageProps {
  organization: Organization
  listings: readonly ListingSummary[]
  locale: Locale
  theme: EmbedTheme
  /** Of the market, without a slash at the end. */
  origin: string
  nonce: string
  words: { title: string; none: string; all: string; frozen: string }
}

/** How it stands where it is not simply on offer. */
const standing = ({ state, frozenReason }: ListingSummary, locale: Locale, frozen: string): string[] => {
  if (frozenReason !== null && isRequestable(state)) return [frozen]
  return state === 'published' ? [] : [labelOf(LISTING_STATE_NAMES, state, locale)]
}

/** A whole page without a script, to be shown inside the organization's own site. */
export function EmbedPage({ organization, listings, locale, theme, origin, nonce, words }: EmbedPageProps) {
  const at = (path: string) => origin + pathInLocale(path, locale)
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{words.title}</title>
        <style nonce={nonce}>{embedStyle(theme)}</style>
      </head>
      <body>
        <main>
          <h1>{words.title}</h1>
          {listings.length === 0 && <p>{words.none}</p>}
          <ul>
            {listings.map((listing) => (
              <li key={listing.id}>
                {listing.picture && (
                  <img
                    src={`${origin}${paths.picture(listing.picture.fileId, 'thumb')}`}
                    alt={pick(listing.picture, 'alt', locale)}
                    width="96"
                    height="60"
                    loading="lazy"
                  />
                )}
                <div>
                  <a href={at(paths.listing(listing.id))} target="_blank" rel="noopener">
                    {pick(listing, 'title', locale)}
                  </a>
                  <p>
                    {[
                      labelOf(LISTING_KINDS, listing.kind, locale),
                      ...standing(listing, locale, words.frozen),
                    ].join(' · ')}
                  </p>
                </div>
              </li>
            ))}
          </ul>
          <p>
            <a href={at(paths.organization(organization.id))} target="_blank" rel="noopener">
              {words.all}
            </a>
          </p>
        </main>
      </body>
    </html>
  )
}
