import { LOCALES, type Locale } from '@market/domain'
import { readCookie } from '../cookies.ts'

export type { Locale } from '@market/domain'
export { LOCALES } from '@market/domain'

export const DEFAULT_LOCALE: Locale = 'zh-CN'
export const LOCALE_COOKIE = 'market_locale'

export function isLocale(value: unknown): value is Locale {
  return LOCALES.some((locale) => locale === value)
}

/** The address decides (`?lang=en`, so every language has its own link), then the visitor's earlier choice. */
export function localeOf(url: URL, cookieHeader: string | null): Locale {
  const asked = url.searchParams.get('lang')
  if (isLocale(asked)) return asked
  const kept = readCookie(cookieHeader, LOCALE_COOKIE)
  return isLocale(kept) ? kept : DEFAULT_LOCALE
}

/** Between a label and what it says. */
export const colonIn = (locale: Locale): string => (locale === 'en' ? ': ' : '：')

/** `path` in one language: the default language is the bare address, others carry `lang`. */
export function pathInLocale(path: string, locale: Locale): string {
  const [pathname = '/', query = ''] = path.split('?', 2)
  const params = new URLSearchParams(query)
  params.delete('lang')
  if (locale !== DEFAULT_LOCALE) params.set('lang', locale)
  const rest = params.toString()
  return rest === '' ? pathname : `${pathname}?${rest}`
}

/** The bilingual field of a record: `pick(listing, 'title', 'en')` → titleEn, else titleZh when that is empty. */
export function pick<K extends string>(
  record: { readonly [P in `${K}Zh` | `${K}En`]?: string | null },
  field: K,
  locale: Locale,
): string {
  const zh: string | null | undefined = record[`${field}Zh`]
  const en: string | null | undefined = record[`${field}En`]
  return (locale === 'en' ? en || zh : zh || en) ?? ''
}

/** Name of a code-list entry `{ zh, en }` in the language of the page. */
export function nameIn(entry: { zh: string; en: string } | undefined, locale: Locale, fallback = ''): string {
  if (entry === undefined) return fallback
  return locale === 'en' ? entry.en : entry.zh
}
