import type { Database } from '@market/database'
import { auditEntries, memberships, organizations, users } from '@market/database/schema'
import type { Actor, OrganizationKind, OrganizationState, Role } from '@market/domain'
import { socialCreditCheckCharacter } from '@market/domain/identifiers'
import { asc, eq } from 'drizzle-orm'
import { systemIds } from '../index.ts'

const NOW = new Date('2026-01-05T02:00:00Z')
let count = 0

/** A valid credit code that no other fixture of this process has. */
export const nextCreditCode = (): string => {
  count += 1
  const body = `91450100${(process.pid % 1000).toString().padStart(3, '0')}${count.toString().padStart(6, '0')}`
  return body + socialCreditCheckCharacter(body)
}

export interface OrganizationFixture {
  kind?: OrganizationKind
  state?: OrganizationState
  regionCode?: string
  nameZh?: string
  stateOwned?: boolean
}

/** Inserts an organization as if verified long ago; returns its id. */
export const makeOrganization = async (db: Database, fixture: OrganizationFixture = {}): Promise<string> => {
  const id = systemIds.next()
  const { kind = 'university', state = 'verified', regionCode = '450100', stateOwned = false } = fixture
  await db.insert(organizations).values({
    id,
    kind,
    state,
    regionCode,
    stateOwned,
    nameZh: fixture.nameZh ?? `测试机构${id.slice(-6)}`,
    nameEn: `Test Organization ${id.slice(-6)}`,
    creditCode: nextCreditCode(),
    createdAt: NOW,
    updatedAt: NOW,
  })
  return id
}

/** Inserts a person with these roles in an organization and returns the actor they are. */
export const makeMember = async (
  db: Database,
  organizationId: string,
  roles: Role[] = ['owner'],
): Promise<Actor & { organizationId: string }> => {
  const userId = systemIds.next()
  await db.insert(users).values({
    id: userId,
    email: `person-${userId}@example.com`,
    passwordHash: 'no password matches this',
    name: `测试成员${userId.slice(-4)}`,
    createdAt: NOW,
    passwordChangedAt: NOW,
  })
  await db.insert(memberships).values({ organizationId, userId, roles, createdAt: NOW })
  const [organization] = await db.select().from(organizations).where(eq(organizations.id, organizationId))
  if (!organization) throw new Error('The fixture names no organization.')
  return {
    userId,
    organizationId,
    organizationKind: organization.kind,
    organizationState: organization.state,
    organizationRegionCode: organization.regionCode,
    roles,
  }
}

/** A member of a new organization, in one step. */
export const makeActor = async (
  db: Database,
  kind: OrganizationKind,
  roles: Role[] = ['owner'],
  state: OrganizationState = 'verified',
): Promise<Actor & { organizationId: string }> =>
  makeMember(db, await makeOrganization(db, { kind, state }), roles)

/** Actions in the trail of one record, oldest first. */
export const auditActionsOf = async (db: Database, subjectId: string): Promise<string[]> => {
  const rows = await db
    .select({ action: auditEntries.action })
    .from(auditEntries)
    .where(eq(auditEntries.subjectId, subjectId))
    .orderBy(asc(auditEntries.position))
  return rows.map((row) => row.action)
}
