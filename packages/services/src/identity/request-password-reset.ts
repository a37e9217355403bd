import type { UnitOfWork } from '@market/database'
import { passwordResets, users } from '@market/database/schema'
import { and, count, eq, gt, sql } from 'drizzle-orm'
import { alreadyDone, type ServiceContext, unlessDone } from '../index.ts'

const VALID_MINUTES = 60
/** Whoever lost the first letters has one of these; more would only fill somebody's mailbox. */
const LETTERS_PER_HOUR = 5

const lettersOfTheHour = async ({ tx, now }: UnitOfWork, userId: string): Promise<number> => {
  const since = new Date(now.getTime() - 60 * 60_000)
  const [row] = await tx
    .select({ sent: count() })
    .from(passwordResets)
    .where(and(eq(passwordResets.userId, userId), gt(passwordResets.createdAt, since)))
  return row?.sent ?? 0
}

/**
 * Has a reset link mailed, five times an hour at most. Says nothing about whether the address is known, nor whether a
 * letter went out.
 */
export const requestPasswordReset = async (context: ServiceContext, email: string): Promise<void> => {
  await unlessDone(context, async (unit) => {
    const { tx, now, audit, emit } = unit
    // Held, so that many who ask at once are counted one after another.
    const [user] = await tx
      .select({ id: users.id })
      .from(users)
      .where(sql`lower(${users.email}) = ${email.toLowerCase()}`)
      .for('update')
    if (!user || (await lettersOfTheHour(unit, user.id)) >= LETTERS_PER_HOUR) throw alreadyDone()
    const id = context.ids.next()
    const expiresAt = new Date(now.getTime() + VALID_MINUTES * 60_000)
    await tx.insert(passwordResets).values({ id, userId: user.id, createdAt: now, expiresAt })
    audit({ action: 'account.request_password_reset', subjectType: 'user', subjectId: user.id })
    emit({ type: 'password_reset.requested', subjectId: id })
  })
}
