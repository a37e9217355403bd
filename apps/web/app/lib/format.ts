import { type CalendarDate, shanghaiDateOf } from '@market/domain'
import type { Locale } from './i18n/locale.ts'

const TIME_ZONE = 'Asia/Shanghai'

const dayFormats: Record<Locale, Intl.DateTimeFormat> = {
  'zh-CN': new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }),
}

const instantFormats: Record<Locale, Intl.DateTimeFormat> = {
  'zh-CN': new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeStyle: 'short', timeZone: TIME_ZONE }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: TIME_ZONE }),
}

const numberFormats: Record<Locale, Intl.NumberFormat> = {
  'zh-CN': new Intl.NumberFormat('zh-CN'),
  en: new Intl.NumberFormat('en'),
}

/** '2026-03-01' → '2026年3月1日' / '1 Mar 2026'. A date has no time zone: it is read and written as UTC. */
export function formatDay(date: CalendarDate, locale: Locale): string {
  return dayFormats[locale].format(new Date(`${date}T00:00:00Z`))
}

/** An ISO instant as date and time in Beijing, whatever clock the visitor has. */
export function formatInstant(at: string, locale: Locale): string {
  return instantFormats[locale].format(new Date(at))
}

/** The day in Beijing of an ISO instant. */
export function formatInstantDay(at: string, locale: Locale): string {
  return formatDay(shanghaiDateOf(new Date(at)), locale)
}

export function formatCount(count: number, locale: Locale): string {
  return numberFormats[locale].format(count)
}

/** A share of 0…1 as per cent with one decimal; '' when there is nothing to divide by. */
export function formatShare(part: number, whole: number): string {
  return whole === 0 ? '' : `${((part / whole) * 100).toFixed(1)} %`
}

/** Bytes for people: 812 kB, 3.4 MB. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}
