import { regionsIn } from '@market/domain/codes'
import { WIDE_PLACES } from '@market/domain/licensing'
import { type Locale, nameIn } from '../../lib/i18n/locale.ts'

// The market's own province and city stand first.
const OWN_PROVINCE = '450000'

/** Places a licence is usually given for: country, world, the market's own province with its cities, the other provinces. */
export function licencePlaces(locale: Locale): { value: string; label: string }[] {
  const provinces = regionsIn(null)
  const own = provinces.filter(({ code }) => code === OWN_PROVINCE)
  const others = provinces.filter(({ code }) => code !== OWN_PROVINCE)
  return [...WIDE_PLACES, ...own, ...regionsIn(OWN_PROVINCE), ...others].map((entry) => ({
    value: entry.code,
    label: nameIn(entry, locale),
  }))
}
