import type { Registration } from '@market/contracts/registration'
import type { Locale } from '@market/domain'
import { findRegion } from '@market/domain/codes'
import { typeGroupsOn } from '../../lib/contract-type.ts'
import { nameIn } from '../../lib/i18n/locale.ts'
import { regionChoices } from '../../lib/region-choices.server.ts'
import type { FormChoices } from './registration-fields.tsx'

/** The long lists, for those who may write the form; nobody else has to carry them. */
export function formChoicesFor(registration: Registration, locale: Locale): FormChoices | null {
  const { actions, form } = registration
  const writes = actions.includes('registration.edit') || actions.includes('registration.change')
  return writes ? { types: typeGroupsOn(form.signedOn, locale), regions: regionChoices(locale) } : null
}

/** Names of the places a form speaks of. */
export function placesOf({ form }: Registration, locale: Locale): Record<string, string> {
  const codes = [form.sellerRegionCode, form.buyerRegionCode]
  return Object.fromEntries(codes.map((code) => [code, nameIn(findRegion(code), locale)]))
}
