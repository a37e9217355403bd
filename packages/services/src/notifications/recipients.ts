import type { Database } from '@market/database'
import { memberships, organizations, users } from '@market/database/schema'
import { LOCALES, type Locale, type Role } from '@market/domain'
import { and, arrayOverlaps, asc, eq, inArray } from 'drizzle-orm'
import type { OrganizationRecord } from '../organizations/index.ts'
import type { Recipient } from './notice.ts'

export const localeOf = (text: string): Locale => LOCALES.find((locale) => locale === text) ?? 'zh-CN'

/** Members who hold one of these roles, and the owners, who may do everything. */
export const membersOf = async (
  db: Database,
  organizationId: string | null,
  roles: readonly Role[],
): Promise<Recipient[]> => {
  if (organizationId === null) return []
  const rows = await db
    .select({ userId: users.id, name: users.name, email: users.email, locale: users.locale })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        eq(memberships.organizationId, organizationId),
        arrayOverlaps(memberships.roles, ['owner', ...roles]),
      ),
    )
    .orderBy(asc(users.id))
  return rows.map((row) => ({ ...row, locale: localeOf(row.locale) }))
}

/** These people themselves. */
export const peopleOf = async (db: Database, userIds: readonly string[]): Promise<Recipient[]> => {
  const rows = await db
    .select({ userId: users.id, name: users.name, email: users.email, locale: users.locale })
    .from(users)
    .where(inArray(users.id, [...userIds]))
  return rows.map((row) => ({ ...row, locale: localeOf(row.locale) }))
}

export const organizationOf = async (db: Database, id: string): Promise<OrganizationRecord> => {
  const [row] = await db.select().from(organizations).where(eq(organizations.id, id))
  if (!row) throw new Error(`Organization ${id} does not exist.`)
  return row
}
