import { useLocation } from 'react-router'
import { DEFAULT_LOCALE, LOCALES, pathInLocale } from '../lib/i18n/locale.ts'
import { useLocale } from '../lib/i18n/use-locale.ts'
import { useRootData } from '../lib/root-data.ts'

interface PageHeadProps {
  title: string
  description?: string
  /** Query parameters that make it another page (`q`, `year`); all others are left out of the canonical address. */
  keep?: readonly string[]
  /** Pages that only one person can see, or that are one of endless variants. */
  unlisted?: boolean
  /** schema.org description of what the page shows. */
  structured?: object
}

/** Title, description, canonical address, language alternates and Open Graph of a page. React moves them into the head. */
export function PageHead({ title, description, keep = [], unlisted, structured }: PageHeadProps) {
  const root = useRootData()
  const locale = useLocale()
  const path = usePath(keep)
  const site = (locale === 'en' ? root?.site.nameEn : root?.site.nameZh) ?? ''
  const origin = root?.publicOrigin ?? ''
  const fullTitle = title === '' ? site : `${title} · ${site}`
  const canonical = origin + pathInLocale(path, locale)
  return (
    <>
      <title>{fullTitle}</title>
      {description && <meta name="description" content={description} />}
      {unlisted && <meta name="robots" content="noindex" />}
      <link rel="canonical" href={canonical} />
      {LOCALES.map((other) => (
        <link key={other} rel="alternate" hrefLang={other} href={origin + pathInLocale(path, other)} />
      ))}
      <link rel="alternate" hrefLang="x-default" href={origin + pathInLocale(path, DEFAULT_LOCALE)} />
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content={site} />
      <meta property="og:title" content={title === '' ? site : title} />
      {description && <meta property="og:description" content={description} />}
      <meta property="og:url" content={canonical} />
      <meta property="og:locale" content={locale.replace('-', '_')} />
      {structured && <StructuredData data={structured} />}
    </>
  )
}

function usePath(keep: readonly string[]): string {
  const { pathname, search } = useLocation()
  const here = new URLSearchParams(search)
  const kept = new URLSearchParams()
  for (const name of keep) for (const value of here.getAll(name)) kept.append(name, value)
  return kept.size === 0 ? pathname : `${pathname}?${kept}`
}

/** JSON-LD is data, not a script that runs; `<` is escaped so that no text can close the element. */
function StructuredData({ data }: { data: object }) {
  const json = JSON.stringify({ '@context': 'https://schema.org', ...data }).replaceAll('<', '\\u003c')
  // biome-ignore lint/security/noDangerouslySetInnerHtml: React would escape quotes inside a script element
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />
}
