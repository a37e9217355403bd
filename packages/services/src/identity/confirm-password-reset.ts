import { inUnitOfWork } from '@market/database'
import { passwordResets, users } from '@market/database/schema'
import { refuse } from '@market/domain'
import { and, eq, gt, isNull } from 'drizzle-orm'
import type { ServiceContext } from '../index.ts'
import { hashPassword } from './passwords.ts'
import { endAllSessions, holdAccount } from './sessions.ts'

export interface ConfirmPasswordResetInput {
  token: string
  password: string
}

/** Sets the new password and ends every session. The link works once: else `password_reset.invalid`. */
export const confirmPasswordReset = async (
  context: ServiceContext,
  input: ConfirmPasswordResetInput,
): Promise<void> => {
  const invalid = refuse('invalid', 'password_reset.invalid')
  const id = context.seals.open('password-reset', input.token)
  if (!id) throw invalid
  const passwordHash = await hashPassword(input.password)
  await inUnitOfWork(context, async (unit) => {
    const live = and(
      eq(passwordResets.id, id),
      isNull(passwordResets.usedAt),
      gt(passwordResets.expiresAt, unit.now),
    )
    const [reset] = await unit.tx.update(passwordResets).set({ usedAt: unit.now }).where(live).returning()
    if (!reset) throw invalid
    const { userId } = reset
    await holdAccount(unit.tx, userId)
    await unit.tx.update(users).set({ passwordHash, passwordChangedAt: unit.now }).where(eq(users.id, userId))
    await endAllSessions(unit, userId)
    // Links asked for before stand in older mails and must not set it once more.
    await unit.tx
      .update(passwordResets)
      .set({ usedAt: unit.now })
      .where(and(eq(passwordResets.userId, userId), isNull(passwordResets.usedAt)))
    unit.audit({ action: 'account.reset_password', subjectType: 'user', subjectId: userId })
  })
}
