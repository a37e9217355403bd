import type { CalendarDate } from '@market/domain'
import { formatDay, formatInstant } from '../lib/format.ts'
import { useLocale } from '../lib/i18n/use-locale.ts'

/** A calendar date with legal meaning ('2026-03-01'). */
export function Day({ date }: { date: CalendarDate }) {
  const locale = useLocale()
  return <time dateTime={date}>{formatDay(date, locale)}</time>
}

/** An instant (ISO string) as the clock in Beijing showed it. */
export function Instant({ at }: { at: string }) {
  const locale = useLocale()
  return <time dateTime={at}>{formatInstant(at, locale)}</time>
}
