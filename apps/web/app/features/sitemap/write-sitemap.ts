import { LOCALES, pathInLocale } from '../../lib/i18n/locale.ts'
import type { Address } from './load-addresses.server.ts'

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** Sitemap XML: every address in every language, each naming its sisters. */
export function writeSitemap(addresses: readonly Address[], origin: string): string {
  const entries = addresses.flatMap((address) => LOCALES.map((locale) => entryOf(address, origin, locale)))
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...entries,
    '</urlset>',
    '',
  ].join('\n')
}

function entryOf({ path, changedAt }: Address, origin: string, locale: (typeof LOCALES)[number]): string {
  const at = (language: (typeof LOCALES)[number]) => escapeXml(origin + pathInLocale(path, language))
  const sisters = LOCALES.map(
    (other) => `<xhtml:link rel="alternate" hreflang="${other}" href="${at(other)}"/>`,
  ).join('')
  const changed = changedAt === undefined ? '' : `<lastmod>${changedAt.slice(0, 10)}</lastmod>`
  return `<url><loc>${at(locale)}</loc>${changed}${sisters}</url>`
}
