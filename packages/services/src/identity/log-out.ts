import { inUnitOfWork } from '@market/database'
import { refreshTokens } from '@market/database/schema'
import { eq } from 'drizzle-orm'
import { hashSecret, type ServiceContext } from '../index.ts'
import { endFamily, holdAccount } from './sessions.ts'

/** Ends the session a refresh token belongs to; an unknown token is no error, for the session is over anyway. */
export const logOut = async (context: ServiceContext, refreshToken: string): Promise<void> => {
  const [token] = await context.db
    .select()
    .from(refreshTokens)
    .where(eq(refreshTokens.tokenHash, hashSecret(refreshToken)))
  if (!token || token.revokedAt) return
  await inUnitOfWork(context, async (unit) => {
    await holdAccount(unit.tx, token.userId)
    await endFamily(unit, token.familyId)
    unit.audit({
      action: 'session.end',
      subjectType: 'user',
      subjectId: token.userId,
      after: { sessionId: token.familyId },
    })
  })
}
