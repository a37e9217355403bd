import { inUnitOfWork } from '@market/database'
import { memberships, users } from '@market/database/schema'
import { refuse } from '@market/domain'
import { and, eq } from 'drizzle-orm'
import { requireActor, type ServiceContext } from '../index.ts'
import { accountOf, hasSession, holdAccount, type OpenedSession, openSession } from './sessions.ts'

/** Opens a session that acts for another of the person's organizations. Refuses with `organization.not_found`. */
export const switchOrganization = async (
  context: ServiceContext,
  organizationId: string,
): Promise<OpenedSession> => {
  const { userId } = requireActor(context)
  const [row] = await context.db
    .select({ user: users })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.userId, userId), eq(memberships.organizationId, organizationId)))
  if (!row) throw refuse('not-found', 'organization.not_found')
  return inUnitOfWork(context, async (unit) => {
    await holdAccount(unit.tx, userId)
    if (!(await hasSession(unit.tx, userId))) throw refuse('unauthenticated', 'session.ended')
    const session = await openSession(context, unit, accountOf(row.user), organizationId)
    unit.audit({
      action: 'session.switch_organization',
      subjectType: 'user',
      subjectId: userId,
      organizationId,
    })
    return session
  })
}
