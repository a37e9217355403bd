import { inUnitOfWork } from '@market/database'
import { memberships } from '@market/database/schema'
import type { Role } from '@market/domain'
import { authorize } from '@market/domain/policy'
import { and, eq } from 'drizzle-orm'
import { requireActor, type ServiceContext } from '../index.ts'
import { assertOwnerRemains, findMember, type MemberRecord } from './members.ts'
import { lockOrganization, relationsToOrganization } from './records.ts'

export interface ChangeMemberInput {
  organizationId: string
  userId: string
  roles: Role[]
}

/** Gives a member other roles, at once for sessions already open. Refuses with `member.last_owner`. */
export const changeMember = async (
  context: ServiceContext,
  input: ChangeMemberInput,
): Promise<MemberRecord> => {
  const actor = requireActor(context)
  const { organizationId, userId } = input
  const roles = [...new Set(input.roles)]
  return inUnitOfWork(context, async ({ tx, audit }) => {
    const organization = await lockOrganization(tx, organizationId)
    authorize(actor, 'member.change', relationsToOrganization(actor, organization))
    const before = await findMember(tx, organizationId, userId)
    await tx
      .update(memberships)
      .set({ roles })
      .where(and(eq(memberships.organizationId, organizationId), eq(memberships.userId, userId)))
    await assertOwnerRemains(tx, organizationId)
    audit({
      action: 'member.change',
      subjectType: 'user',
      subjectId: userId,
      organizationId,
      before: { roles: before.roles },
      after: { roles },
    })
    return { ...before, roles }
  })
}
