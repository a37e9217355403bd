import { type Database, prepared } from '@market/database'
import { organizations } from '@market/database/schema'
import {
  type CodeList,
  IPC_ENTRIES,
  LISTING_KINDS,
  MATURITY_LEVELS,
  PLAN_INDUSTRIES,
  REGION_ENTRIES,
  TECHNICAL_FIELDS,
  TRANSFER_MODES,
} from '@market/domain/codes'
import type { Facet } from '@market/search'
import { sql } from 'drizzle-orm'

export interface Name {
  nameZh: string
  nameEn: string
}

const namesIn = (list: CodeList): ReadonlyMap<string, Name> =>
  new Map(list.map(({ code, zh, en }) => [code, { nameZh: zh, nameEn: en }]))

const NAMES: Partial<Record<Facet, ReadonlyMap<string, Name>>> = {
  kind: namesIn(LISTING_KINDS),
  technicalField: namesIn(TECHNICAL_FIELDS),
  planIndustry: namesIn(PLAN_INDUSTRIES),
  transferModes: namesIn(TRANSFER_MODES),
  maturityLevel: namesIn(MATURITY_LEVELS),
  regionCode: namesIn(REGION_ENTRIES),
  ipc: namesIn(IPC_ENTRIES),
}

const namesOf = prepared((db) =>
  db
    .select({ id: organizations.id, nameZh: organizations.nameZh, nameEn: organizations.nameEn })
    .from(organizations)
    .where(sql`${organizations.id} = any(${sql.placeholder('ids')})`)
    .prepare('owner_names'),
)

/** Owners are called what they are called now, whatever the index still holds. */
export const ownerNames = async (db: Database, ids: readonly string[]): Promise<Map<string, Name>> => {
  if (ids.length === 0) return new Map()
  const rows = await namesOf(db).execute({ ids })
  return new Map(rows.map(({ id, nameZh, nameEn }) => [id, { nameZh, nameEn }]))
}

const priceBandName = (band: string): Name => {
  if (band === 'none') return { nameZh: '面议或未标价', nameEn: 'Negotiable or no price' }
  const [from = '', to = ''] = band.split('-')
  if (from === '0') return { nameZh: `${to} 万元以下`, nameEn: `Below CNY ${to}0,000` }
  if (to === '') return { nameZh: `${from} 万元以上`, nameEn: `CNY ${from}0,000 and more` }
  return { nameZh: `${from}–${to} 万元`, nameEn: `CNY ${from}0,000–${to}0,000` }
}

/** The name of a code in its list; the code itself where the list does not know it. */
export const codeName = (facet: Facet, value: string): Name => {
  if (facet === 'priceBand') return priceBandName(value)
  return NAMES[facet]?.get(value) ?? { nameZh: value, nameEn: value }
}
