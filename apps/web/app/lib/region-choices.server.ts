import { type RegionEntry, regionsIn } from '@market/domain/codes'
import type { Locale } from './i18n/locale.ts'
import { nameIn } from './i18n/locale.ts'

export interface RegionGroup {
  group: string
  items: { value: string; label: string }[]
}

// The market's own province and city stand first; everybody else's follow in the order of the standard.
const FIRST_PROVINCE = '450000'
const FIRST_CITY = '450100'

const first = (code: string) => (left: RegionEntry, right: RegionEntry) =>
  Number(right.code === code) - Number(left.code === code)

/** Places to choose from, by province; the long list stays on the server. */
export function regionChoices(locale: Locale): RegionGroup[] {
  const choice = (entry: RegionEntry) => ({ value: entry.code, label: nameIn(entry, locale) })
  return regionsIn(null)
    .toSorted(first(FIRST_PROVINCE))
    .map((province) => ({
      group: nameIn(province, locale),
      items: [
        choice(province),
        ...regionsIn(province.code)
          .toSorted(first(FIRST_CITY))
          .flatMap((city) => [
            choice(city),
            ...regionsIn(city.code).map((county) => {
              const { value, label } = choice(county)
              return { value, label: `${nameIn(city, locale)} · ${label}` }
            }),
          ]),
      ],
    }))
}
