import { inUnitOfWork, type UnitOfWork } from '@market/database'
import { refreshTokens, users } from '@market/database/schema'
import { refuse } from '@market/domain'
import { and, eq, isNull } from 'drizzle-orm'
import { hashSecret, type ServiceContext } from '../index.ts'
import { accountOf, endFamily, holdAccount, type OpenedSession, openSession } from './sessions.ts'

type TokenRow = typeof refreshTokens.$inferSelect

/** Uses a token up; false when somebody has used it before us. */
const useToken = async (unit: UnitOfWork, token: TokenRow): Promise<boolean> => {
  const used = await unit.tx
    .update(refreshTokens)
    .set({ usedAt: unit.now })
    .where(and(eq(refreshTokens.id, token.id), isNull(refreshTokens.usedAt), isNull(refreshTokens.revokedAt)))
    .returning({ id: refreshTokens.id })
  return used.length === 1
}

const endAfterReuse = async (unit: UnitOfWork, token: TokenRow): Promise<null> => {
  await endFamily(unit, token.familyId)
  unit.audit({
    action: 'session.reuse_detected',
    subjectType: 'user',
    subjectId: token.userId,
    after: { sessionId: token.familyId },
  })
  return null
}

/**
 * Exchanges a refresh token for the next one. A token used twice ends its whole family: one of the two holders
 * is a thief. Refuses with `session.ended`.
 */
export const refreshSession = async (
  context: ServiceContext,
  refreshToken: string,
): Promise<OpenedSession> => {
  const ended = refuse('unauthenticated', 'session.ended')
  const [row] = await context.db
    .select({ token: refreshTokens, user: users })
    .from(refreshTokens)
    .innerJoin(users, eq(users.id, refreshTokens.userId))
    .where(eq(refreshTokens.tokenHash, hashSecret(refreshToken)))
  if (!row || row.token.revokedAt || row.token.expiresAt <= context.clock.now()) throw ended
  const { token, user } = row
  // The family's end must be kept, so a reuse commits and refuses afterwards.
  const session = await inUnitOfWork(context, async (unit) => {
    await holdAccount(unit.tx, user.id)
    if (!(await useToken(unit, token))) return endAfterReuse(unit, token)
    const next = await openSession(context, unit, accountOf(user), token.organizationId, token.familyId)
    unit.audit({
      action: 'session.refresh',
      subjectType: 'user',
      subjectId: user.id,
      after: { sessionId: token.familyId },
    })
    return next
  })
  if (!session) throw ended
  return session
}
