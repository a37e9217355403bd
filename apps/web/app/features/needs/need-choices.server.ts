import { OrganizationPage } from '@market/contracts/organizations'
import { findRegion, INDUSTRY_ENTRIES } from '@market/domain/codes'
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

interface NamedOrganization {
  id: string
  name: string
  regionCode: string
}

const NUMBER_LENGTH = 6

/** Organizations that bear one name are told apart by their region and the end of their number here. */
export const distinct = (all: readonly NamedOrganization[], locale: Locale): NeedChoices['organizations'] => {
  const bearers = Map.groupBy(all, ({ name }) => name)
  return all.map(({ id, name, regionCode }) => {
    if (bearers.get(name)?.length === 1) return { id, name }
    const region = findRegion(regionCode)
    const marks = [region ? nameIn(region, locale) : regionCode, id.slice(-NUMBER_LENGTH)]
    return { id, name: locale === 'en' ? `${name} (${marks.join(', ')})` : `${name}（${marks.join('，')}）` }
  })
}

/** Every verified organization by its name, as one may be invited. */
async function readOrganizations(api: ApiClient, locale: Locale): Promise<NeedChoices['organizations']> {
  const all: NamedOrganization[] = []
  let cursor: string | null = null
  do {
    const query = { state: 'verified', cursor, limit: PAGE_SIZE }
    const page: z.infer<typeof OrganizationPage> = await api.get(
      '/api/organizations',
      OrganizationPage,
      query,
    )
    all.push(
      ...page.items.map((one) => ({
        id: one.id,
        name: pick(one, 'name', locale),
        regionCode: one.regionCode,
      })),
    )
    cursor = page.nextCursor
  } while (cursor !== null && all.length < MOST)
  return distinct(all, locale)
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
  const organizations = await readOrganizations(api, locale)
  const known = new Map(organizations.map(({ id, name }) => [name, id]))
  return {
    ids: written.flatMap(({ name }) => known.get(name) ?? []),
    problems: written
      .filter(({ name }) => !known.has(name))
      .map(({ name, at }) => ({
        path: `invitedNames.${at}`,
        // The bare name of several: the list has each of them with what tells it apart.
        code: organizations.some(
          (one) => one.name.startsWith(`${name} (`) || one.name.startsWith(`${name}（`),
        )
          ? 'need.invited_ambiguous'
          : 'field.invalid_value',
      })),
  }
}
