import { inUnitOfWork } from '@market/database'
import { passwordResets, users } from '@market/database/schema'
import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../index.ts'

const VALID_MINUTES = 60

/** Has a reset link mailed. Says nothing about whether the address is known. */
export const requestPasswordReset = async (context: ServiceContext, email: string): Promise<void> => {
  const [user] = await context.db
    .select({ id: users.id })
    .from(users)
    .where(sql`lower(${users.email}) = ${email.toLowerCase()}`)
  if (!user) return
  await inUnitOfWork(context, async (unit) => {
    const id = context.ids.next()
    const expiresAt = new Date(unit.now.getTime() + VALID_MINUTES * 60_000)
    await unit.tx.insert(passwordResets).values({ id, userId: user.id, createdAt: unit.now, expiresAt })
    unit.audit({ action: 'account.request_password_reset', subjectType: 'user', subjectId: user.id })
    unit.emit({ type: 'password_reset.requested', subjectId: id })
  })
}
