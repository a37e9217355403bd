import type { UnitOfWork } from '@market/database'
import { identityChallenges } from '@market/database/schema'
import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import type { ServiceContext } from '../../index.ts'

type ChallengeRow = typeof identityChallenges.$inferSelect

const VALID_MINUTES = 10

interface NewChallenge {
  userId: string
  purpose: ChallengeRow['purpose']
  nonce?: string
}

/** Puts a question that is open for ten minutes. */
export const putChallenge = async (
  context: ServiceContext,
  { tx, now }: UnitOfWork,
  { userId, purpose, nonce }: NewChallenge,
): Promise<ChallengeRow> => {
  const expiresAt = new Date(now.getTime() + VALID_MINUTES * 60_000)
  const row = { id: context.ids.next(), userId, purpose, nonce: nonce ?? null, createdAt: now, expiresAt }
  const [stored] = await tx.insert(identityChallenges).values(row).returning()
  if (!stored) throw new Error('A challenge was not stored.')
  return stored
}

/** Settles an open question, once; null when it was settled, has run out or is somebody else's. */
export const settleChallenge = async (
  { tx, now }: UnitOfWork,
  { id, userId, purpose }: Pick<ChallengeRow, 'id' | 'userId' | 'purpose'>,
): Promise<ChallengeRow | null> => {
  const [row] = await tx
    .update(identityChallenges)
    .set({ usedAt: now })
    .where(
      and(
        eq(identityChallenges.id, id),
        eq(identityChallenges.userId, userId),
        eq(identityChallenges.purpose, purpose),
        isNull(identityChallenges.usedAt),
        gt(identityChallenges.expiresAt, now),
      ),
    )
    .returning()
  return row ?? null
}

/** The mailed code asked for last; older ones count no more. */
export const newestMailCode = async (
  { tx, now }: UnitOfWork,
  userId: string,
): Promise<ChallengeRow | null> => {
  const [row] = await tx
    .select()
    .from(identityChallenges)
    .where(and(eq(identityChallenges.userId, userId), eq(identityChallenges.purpose, 'mail_code')))
    .orderBy(desc(identityChallenges.createdAt), desc(identityChallenges.id))
    .limit(1)
  return row && row.usedAt === null && row.expiresAt > now ? row : null
}
