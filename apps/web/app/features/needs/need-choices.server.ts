import { OrganizationPage } from '@market/contracts/organizations'
import { INDUSTRY_ENTRIES } from '@market/domain/codes'
import type { z } from 'zod'
import type { ApiClient } from '../../lib/api/client.server.ts'
import { type Locale, nameIn, pick } from '../../lib/i18n/locale.ts'
import { type RegionGroup, regionChoices } from '../../lib/region-choices.server.ts'

const PAGE_SIZE = 100
const MOST = 5_000

/** Long lists in the language of the page; resolved here so that they stay out of the browser's code. */
export interface NeedChoices {
  regions: RegionGroup[]
  industries: { value: string; label: string }[]
  organizations: { id: string; name: string }[]
}

/** Every verified organization by its name, as one may be invited. */
async function readOrganizations(api: ApiClient, locale: Locale): Promise<NeedChoices['organizations']> {
  const all: NeedChoices['organizations'] = []
  let cursor: string | null = null
  do {
    const query = { state: 'verified', cursor, limit: PAGE_SIZE }
    const page: z.infer<typeof OrganizationPage> = await api.get(
      '/api/organizations',
      OrganizationPage,
      query,
    )
    all.push(...page.items.map((one) => ({ id: one.id, name: pick(one, 'name', locale) })))
    cursor = page.nextCursor
  } while (cursor !== null && all.length < MOST)
  return all
}

export const needChoices = async (api: ApiClient, locale: Locale): Promise<NeedChoices> => ({
  regions: regionChoices(locale),
  industries: INDUSTRY_ENTRIES.filter(({ level }) => level === 'division').map((entry) => ({
    value: entry.code,
    label: nameIn(entry, locale),
  })),
  organizations: await readOrganizations(api, locale),
})

/** The ids of organizations that were named, and the places of names nobody bears. */
export async function readInvited(api: ApiClient, locale: Locale, names: readonly string[]) {
  const written = names.map((name, at) => ({ name: name.trim(), at })).filter(({ name }) => name !== '')
  if (written.length === 0) return { ids: [], problems: [] }
  const known = new Map((await readOrganizations(api, locale)).map(({ id, name }) => [name, id]))
  return {
    ids: written.flatMap(({ name }) => known.get(name) ?? []),
    problems: written
      .filter(({ name }) => !known.has(name))
      .map(({ at }) => ({ path: `invitedNames.${at}`, code: 'field.invalid_value' })),
  }
}
