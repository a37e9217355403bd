import type { Database } from '@market/database'
import {
  memberships,
  organizations,
  refreshTokens,
  sessionConfirmations,
  users,
} from '@market/database/schema'
import type { Actor } from '@market/domain'
import { confirmationEndsAt, needsOwnFactor } from '@market/domain/identity'
import { and, eq, exists, isNull } from 'drizzle-orm'

export interface SessionClaims {
  userId: string
  sessionId: string
  organizationId: string | null
}

export interface ActorConditions {
  now: Date
  /** Whether the market asks those who sign and pay for a second factor of their own. */
  ownFactorAsked: boolean
}

/**
 * The actor behind an access token as of now: roles and verification are read afresh, so taking a role away
 * works at once. Null when the session has been ended.
 */
export const loadActor = async (
  db: Database,
  claims: SessionClaims,
  { now, ownFactorAsked }: ActorConditions,
): Promise<Actor | null> => {
  const session = db
    .select({ id: refreshTokens.id })
    .from(refreshTokens)
    .where(and(eq(refreshTokens.familyId, claims.sessionId), isNull(refreshTokens.revokedAt)))
  const membership = and(
    eq(memberships.userId, users.id),
    claims.organizationId === null ? undefined : eq(memberships.organizationId, claims.organizationId),
  )
  const [row] = await db
    .select({
      user: users,
      membership: memberships,
      organization: organizations,
      confirmation: sessionConfirmations,
    })
    .from(users)
    .leftJoin(
      sessionConfirmations,
      and(eq(sessionConfirmations.sessionId, claims.sessionId), eq(sessionConfirmations.userId, users.id)),
    )
    .leftJoin(memberships, membership)
    .leftJoin(organizations, eq(organizations.id, memberships.organizationId))
    .where(and(eq(users.id, claims.userId), exists(session)))
    .limit(1)
  if (!row) return null
  const organization = claims.organizationId === null ? null : row.organization
  const roles = organization ? (row.membership?.roles ?? []) : []
  return {
    userId: row.user.id,
    organizationId: organization?.id ?? null,
    organizationKind: organization?.kind ?? null,
    organizationState: organization?.state ?? null,
    organizationRegionCode: organization?.regionCode ?? null,
    roles,
    session: {
      id: claims.sessionId,
      confirmed: row.confirmation !== null && confirmationEndsAt(row.confirmation.confirmedAt) > now,
      tooWeak: needsOwnFactor(roles, ownFactorAsked) && row.confirmation?.method === 'mail',
    },
  }
}
