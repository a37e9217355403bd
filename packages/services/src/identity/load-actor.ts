import type { Database } from '@market/database'
import { memberships, organizations, refreshTokens, users } from '@market/database/schema'
import type { Actor } from '@market/domain'
import { and, eq, exists, isNull } from 'drizzle-orm'

export interface SessionClaims {
  userId: string
  sessionId: string
  organizationId: string | null
}

/**
 * The actor behind an access token as of now: roles and verification are read afresh, so taking a role away
 * works at once. Null when the session has been ended.
 */
export const loadActor = async (db: Database, claims: SessionClaims): Promise<Actor | null> => {
  const session = db
    .select({ id: refreshTokens.id })
    .from(refreshTokens)
    .where(and(eq(refreshTokens.familyId, claims.sessionId), isNull(refreshTokens.revokedAt)))
  const membership = and(
    eq(memberships.userId, users.id),
    claims.organizationId === null ? undefined : eq(memberships.organizationId, claims.organizationId),
  )
  const [row] = await db
    .select({ user: users, membership: memberships, organization: organizations })
    .from(users)
    .leftJoin(memberships, membership)
    .leftJoin(organizations, eq(organizations.id, memberships.organizationId))
    .where(and(eq(users.id, claims.userId), exists(session)))
    .limit(1)
  if (!row) return null
  const organization = claims.organizationId === null ? null : row.organization
  return {
    userId: row.user.id,
    organizationId: organization?.id ?? null,
    organizationKind: organization?.kind ?? null,
    organizationState: organization?.state ?? null,
    organizationRegionCode: organization?.regionCode ?? null,
    roles: organization ? (row.membership?.roles ?? []) : [],
  }
}
