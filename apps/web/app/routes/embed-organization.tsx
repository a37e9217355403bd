import { ListingPage } from '@market/contracts/listings'
import { Organization } from '@market/contracts/organizations'
import { renderToStaticMarkup } from 'react-dom/server'
import { EmbedPage } from '../features/embed/embed-page.tsx'
import { EMBED_THEMES } from '../features/embed/embed-style.ts'
import { pick } from '../lib/i18n/locale.ts'
import { serverI18n } from '../lib/i18n/server-i18n.server.ts'
import { apiOf, localeFrom } from '../lib/request-context.server.ts'
import { requestFactsContext } from '../lib/request-facts.ts'
import type { Route } from './+types/embed-organization.ts'

const MOST = 50
const USUAL = 10

/** Anybody may frame this page, and nothing runs in it. */
const policyOf = (nonce: string): string =>
  [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    'frame-ancestors *',
  ].join('; ')

/** The newest listings of an organization as a page for its own site: `lang`, `theme` and `count` say how. */
export async function loader({ context, params, url }: Route.LoaderArgs) {
  const api = apiOf(context)
  const locale = localeFrom(context)
  const { publicOrigin, styleNonce } = context.get(requestFactsContext)
  const asked = url.searchParams.get('theme')
  const theme = EMBED_THEMES.find((one) => one === asked) ?? 'light'
  const limit = Math.min(MOST, Math.max(1, Number(url.searchParams.get('count')) || USUAL))
  const organization = await api.get(`/api/organizations/${encodeURIComponent(params.id)}`, Organization)
  const { items } = await api.get('/api/listings', ListingPage, { organizationId: organization.id, limit })
  const t = serverI18n(locale).getFixedT(locale, ['directory', 'search'])
  const words = {
    title: t('embed.title', { name: pick(organization, 'name', locale) }),
    none: t('organization.noListings'),
    all: t('embed.all'),
    frozen: t('search:frozen'),
  }
  const page = (
    <EmbedPage
      organization={organization}
      listings={items}
      locale={locale}
      theme={theme}
      origin={publicOrigin}
      nonce={styleNonce}
      words={words}
    />
  )
  return new Response(`<!doctype html>${renderToStaticMarkup(page)}`, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policyOf(styleNonce),
      'cache-control': 'public, max-age=300',
    },
  })
}
