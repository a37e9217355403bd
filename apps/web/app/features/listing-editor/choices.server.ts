import type { Listing } from '@market/contracts/listings'
import { INDUSTRY_ENTRIES, industryHeading, ipcHeading } from '@market/domain/codes'
import type { Locale } from '../../lib/i18n/locale.ts'
import { nameIn } from '../../lib/i18n/locale.ts'
import { type RegionGroup, regionChoices } from '../../lib/region-choices.server.ts'

/** Long code lists in the language of the page; resolved here so that they stay out of the browser. */
export interface EditorChoices {
  regions: RegionGroup[]
  industries: { value: string; label: string }[]
  /** Names of what is stored now. */
  industryName: string
  ipcNames: Record<string, string>
}

export function editorChoices(listing: Listing, locale: Locale): EditorChoices {
  const { industryClass, ipcSymbols } = listing
  return {
    regions: regionChoices(locale),
    industries: INDUSTRY_ENTRIES.filter(({ level }) => level === 'division').map((entry) => ({
      value: entry.code,
      label: nameIn(entry, locale),
    })),
    industryName: industryClass ? nameIn(industryHeading(industryClass), locale) : '',
    ipcNames: Object.fromEntries(
      ipcSymbols.map((symbol) => [symbol, nameIn(ipcHeading(symbol), locale, symbol)]),
    ),
  }
}
