import type { Database } from '@market/database'
import { organizations } from '@market/database/schema'
import {
  type CodeList,
  findCode,
  LISTING_KINDS,
  MATURITY_LEVELS,
  PLAN_INDUSTRIES,
  REGION_ENTRIES,
  TECHNICAL_FIELDS,
  TRANSFER_MODES,
} from '@market/domain/codes'
import type { Facet } from '@market/search'
import { inArray } from 'drizzle-orm'

export interface Name {
  nameZh: string
  nameEn: string
}

const LISTS: Partial<Record<Facet, CodeList>> = {
  kind: LISTING_KINDS,
  technicalField: TECHNICAL_FIELDS,
  planIndustry: PLAN_INDUSTRIES,
  transferModes: TRANSFER_MODES,
  maturityLevel: MATURITY_LEVELS,
  regionCode: REGION_ENTRIES,
}

/** Owners are called what they are called now, whatever the index still holds. */
export const ownerNames = async (db: Database, ids: readonly string[]): Promise<Map<string, Name>> => {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: organizations.id, nameZh: organizations.nameZh, nameEn: organizations.nameEn })
    .from(organizations)
    .where(inArray(organizations.id, [...ids]))
  return new Map(rows.map(({ id, nameZh, nameEn }) => [id, { nameZh, nameEn }]))
}

/** The name of a code in its list; the code itself where the list does not know it. */
export const codeName = (facet: Facet, value: string): Name => {
  const item = findCode(LISTS[facet] ?? [], value)
  return { nameZh: item?.zh ?? value, nameEn: item?.en ?? value }
}
