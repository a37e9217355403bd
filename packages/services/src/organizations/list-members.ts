import { authorize } from '@market/domain/policy'
import { requireActor, type ServiceContext } from '../index.ts'
import { type MemberRecord, membersOf } from './members.ts'
import { findOrganization, relationsToOrganization } from './records.ts'

export const listMembers = async (
  context: ServiceContext,
  organizationId: string,
): Promise<MemberRecord[]> => {
  const actor = requireActor(context)
  const organization = await findOrganization(context.db, organizationId)
  authorize(actor, 'member.read', relationsToOrganization(actor, organization))
  return membersOf(context.db, organizationId)
}
