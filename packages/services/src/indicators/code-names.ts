import type { Database } from '@market/database'
import { organizations } from '@market/database/schema'
import { findRegion } from '@market/domain/codes'
import { breakdownOf, type TurnoverBreakdown } from '@market/domain/indicators'
import { inArray } from 'drizzle-orm'

export interface CodeName {
  code: string
  nameZh: string
  nameEn: string
}

const plain = (code: string): CodeName => ({ code, nameZh: code, nameEn: code })

const namesOfOrganizations = async (db: Database, ids: readonly string[]): Promise<CodeName[]> => {
  if (ids.length === 0) return []
  const rows = await db
    .select({ id: organizations.id, nameZh: organizations.nameZh, nameEn: organizations.nameEn })
    .from(organizations)
    .where(inArray(organizations.id, [...ids]))
  return rows.map(({ id: code, nameZh, nameEn }) => ({ code, nameZh, nameEn: nameEn || nameZh }))
}

/** Every code of a breakdown with its names: the whole list where there is one, else the codes found. */
export const codeNames = async (
  db: Database,
  by: TurnoverBreakdown,
  found: readonly string[],
): Promise<CodeName[]> => {
  const { codes } = breakdownOf(by)
  if (codes) return codes.map(({ code, zh, en }) => ({ code, nameZh: zh, nameEn: en }))
  const sorted = [...found].sort()
  if (by === 'sellerRegion' || by === 'buyerRegion') {
    return sorted.map((code) => {
      const region = findRegion(code)
      return region ? { code, nameZh: region.zh, nameEn: region.en } : plain(code)
    })
  }
  if (by !== 'agency' && by !== 'seller' && by !== 'university') return sorted.map(plain)
  const named = await namesOfOrganizations(db, sorted)
  return sorted.map((code) => named.find((name) => name.code === code) ?? plain(code))
}
