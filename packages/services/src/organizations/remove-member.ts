import { inUnitOfWork } from '@market/database'
import { memberships, refreshTokens } from '@market/database/schema'
import { authorize, relationsTo } from '@market/domain/policy'
import { and, eq, isNull } from 'drizzle-orm'
import { requireActor, type ServiceContext } from '../index.ts'
import { assertOwnerRemains, findMember } from './members.ts'
import { lockOrganization } from './records.ts'

/** Ends a membership and the sessions that act for it. Refuses with `member.last_owner`. */
export const removeMember = async (
  context: ServiceContext,
  input: { organizationId: string; userId: string },
): Promise<void> => {
  const actor = requireActor(context)
  const { organizationId, userId } = input
  return inUnitOfWork(context, async ({ tx, now, audit }) => {
    await lockOrganization(tx, organizationId)
    authorize(actor, 'member.remove', relationsTo(actor, { organizationId, userId }))
    const before = await findMember(tx, organizationId, userId)
    await tx
      .delete(memberships)
      .where(and(eq(memberships.organizationId, organizationId), eq(memberships.userId, userId)))
    await assertOwnerRemains(tx, organizationId)
    await tx
      .update(refreshTokens)
      .set({ revokedAt: now })
      .where(
        and(
          eq(refreshTokens.userId, userId),
          eq(refreshTokens.organizationId, organizationId),
          isNull(refreshTokens.revokedAt),
        ),
      )
    audit({
      action: 'member.remove',
      subjectType: 'user',
      subjectId: userId,
      organizationId,
      before: { roles: before.roles },
    })
  })
}
