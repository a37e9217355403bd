import type { SavedSearch } from '@market/contracts/returning'
import type { Delivery } from '@market/domain/notifications'

type Setting = Pick<SavedSearch, 'cadence' | 'byMail'>

const deliveryOf = ({ cadence, byMail }: Setting): Delivery | 'weekly' => (byMail ? cadence : 'inbox')

/** How saved searches mail, where all of them mail alike and in a way that the classes of mails have too. */
export function deliveryOfAll(searches: readonly Setting[]): Delivery | null {
  const [first, ...others] = new Set(searches.map(deliveryOf))
  return first === undefined || first === 'weekly' || others.length > 0 ? null : first
}

/** The setting of each saved search that mails this way. */
export const settingFor = (delivery: Delivery): Partial<Setting> =>
  delivery === 'inbox' ? { byMail: false } : { byMail: true, cadence: delivery }
