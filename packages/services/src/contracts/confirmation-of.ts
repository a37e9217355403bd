import type { Transaction } from '@market/database'
import { sessionConfirmations } from '@market/database/schema'
import type { ConfirmationMethod } from '@market/domain/identity'
import { eq } from 'drizzle-orm'
import type { MemberActor } from '../index.ts'

/** How the person at the session last proved to be there; null where a program of the house acts. */
export const confirmationOf = async (
  tx: Transaction,
  { session }: MemberActor,
): Promise<ConfirmationMethod | null> => {
  if (!session) return null
  const [row] = await tx
    .select({ method: sessionConfirmations.method })
    .from(sessionConfirmations)
    .where(eq(sessionConfirmations.sessionId, session.id))
  return row?.method ?? null
}
