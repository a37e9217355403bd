import type { UnitOfWork } from '@market/database'
import { sessionConfirmations } from '@market/database/schema'
import type { ConfirmationMethod } from '@market/domain/identity'

interface Confirmation {
  sessionId: string
  userId: string
  method: ConfirmationMethod
}

/** Notes that the person behind a session has just proved to be there. */
export const rememberConfirmation = async (
  { tx, now }: UnitOfWork,
  { sessionId, userId, method }: Confirmation,
): Promise<void> => {
  await tx
    .insert(sessionConfirmations)
    .values({ sessionId, userId, method, confirmedAt: now })
    .onConflictDoUpdate({ target: sessionConfirmations.sessionId, set: { userId, method, confirmedAt: now } })
}
