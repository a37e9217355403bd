import type { Transaction, UnitOfWork } from '@market/database'
import { memberships, organizations, refreshTokens, users } from '@market/database/schema'
import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { hashSecret, type ServiceContext } from '../index.ts'

const REFRESH_DAYS = 30

export interface AccountRecord {
  id: string
  email: string
  name: string
  locale: string
}

/** A session as its owner receives it; the refresh token is shown this once and kept only as a hash. */
export interface OpenedSession {
  user: AccountRecord
  sessionId: string
  organizationId: string | null
  refreshToken: string
  refreshExpiresAt: Date
}

export const accountOf = ({ id, email, name, locale }: typeof users.$inferSelect): AccountRecord => ({
  id,
  email,
  name,
  locale,
})

/** The organization a new session acts for: the one joined first. */
export const firstOrganizationOf = async (tx: Transaction, userId: string): Promise<string | null> => {
  const [row] = await tx
    .select({ id: memberships.organizationId })
    .from(memberships)
    .innerJoin(organizations, eq(organizations.id, memberships.organizationId))
    .where(and(eq(memberships.userId, userId), inArray(organizations.state, ['verified', 'pending'])))
    .orderBy(asc(memberships.createdAt), asc(memberships.organizationId))
    .limit(1)
  return row?.id ?? null
}

/**
 * Holds the account until the unit of work ends: a session is opened before or after all others are ended, never
 * in between, where the end would not see it. Take it before any token is locked.
 */
export const holdAccount = async (tx: Transaction, userId: string): Promise<typeof users.$inferSelect> => {
  const [user] = await tx.select().from(users).where(eq(users.id, userId)).for('no key update')
  if (!user) throw new Error('A session without an account cannot exist.')
  return user
}

/** Whether any session of the person has not been ended. */
export const hasSession = async (tx: Transaction, userId: string): Promise<boolean> => {
  const [live] = await tx
    .select({ id: refreshTokens.id })
    .from(refreshTokens)
    .where(and(eq(refreshTokens.userId, userId), isNull(refreshTokens.revokedAt)))
    .limit(1)
  return live !== undefined
}

/** Adds a token to a family (a new family when none is named). */
export const openSession = async (
  context: ServiceContext,
  unit: UnitOfWork,
  user: AccountRecord,
  organizationId: string | null,
  familyId: string = context.ids.next(),
): Promise<OpenedSession> => {
  const refreshToken = context.secrets.next()
  const refreshExpiresAt = new Date(unit.now.getTime() + REFRESH_DAYS * 86_400_000)
  await unit.tx.insert(refreshTokens).values({
    id: context.ids.next(),
    familyId,
    userId: user.id,
    organizationId,
    tokenHash: hashSecret(refreshToken),
    createdAt: unit.now,
    expiresAt: refreshExpiresAt,
  })
  return { user, sessionId: familyId, organizationId, refreshToken, refreshExpiresAt }
}

export const endFamily = async (unit: UnitOfWork, familyId: string): Promise<void> => {
  await unit.tx
    .update(refreshTokens)
    .set({ revokedAt: unit.now })
    .where(and(eq(refreshTokens.familyId, familyId), isNull(refreshTokens.revokedAt)))
}

/** Ends every session of a person, after a password change. */
export const endAllSessions = async (unit: UnitOfWork, userId: string): Promise<void> => {
  await unit.tx
    .update(refreshTokens)
    .set({ revokedAt: unit.now })
    .where(and(eq(refreshTokens.userId, userId), isNull(refreshTokens.revokedAt)))
}
