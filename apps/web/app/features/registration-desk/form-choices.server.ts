import type { Registration } from '@market/contracts/registration'
import type { Locale } from '@market/domain'
import { findRegion, INDUSTRY_ENTRIES, industryHeading } from '@market/domain/codes'
import { typeGroupsOn } from '../../lib/contract-type.ts'
import { nameIn } from '../../lib/i18n/locale.ts'
import { regionChoices } from '../../lib/region-choices.server.ts'
import type { FormChoices } from './registration-fields.tsx'

/** The long lists, for those who may write the form; nobody else has to carry them. */
export function formChoicesFor(registration: Registration, locale: Locale): FormChoices | null {
  const { actions, form } = registration
  const writes = actions.includes('registration.edit') || actions.includes('registration.change')
  return writes
    ? {
        types: typeGroupsOn(form.signedOn, locale),
        regions: regionChoices(locale),
        industries: industryChoices(locale),
      }
    : null
}

/** Sections as headings, divisions below them; finer classes are kept where they are already stated. */
function industryChoices(locale: Locale) {
  const choice = (entry: (typeof INDUSTRY_ENTRIES)[number]) => ({
    value: entry.code,
    label: `${entry.code} ${nameIn(entry, locale)}`,
  })
  return INDUSTRY_ENTRIES.filter(({ level }) => level === 'section').map((section) => ({
    group: choice(section).label,
    items: INDUSTRY_ENTRIES.filter(
      (entry) => entry.level === 'division' && entry.section === section.code,
    ).map(choice),
  }))
}

/** Names of the places and industries a form speaks of. */
export function placesOf({ form }: Registration, locale: Locale): Record<string, string> {
  const regions = [form.sellerRegionCode, form.buyerRegionCode].map((code) => [
    code,
    nameIn(findRegion(code), locale),
  ])
  const industries = [form.industryClass, form.sellerIndustryClass, form.buyerIndustryClass]
    .filter((code) => code !== null)
    .map((code) => [code, nameIn(industryHeading(code), locale)])
  return Object.fromEntries([...regions, ...industries])
}
