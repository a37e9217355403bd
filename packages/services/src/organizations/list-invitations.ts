import { invitations } from '@market/database/schema'
import { authorize } from '@market/domain/policy'
import { desc, eq } from 'drizzle-orm'
import { requireActor, type ServiceContext } from '../index.ts'
import { type InvitationRecord, withState } from './invitation-records.ts'
import { findOrganization, relationsToOrganization } from './records.ts'

export const listInvitations = async (
  context: ServiceContext,
  organizationId: string,
): Promise<InvitationRecord[]> => {
  const actor = requireActor(context)
  const organization = await findOrganization(context.db, organizationId)
  authorize(actor, 'member.read', relationsToOrganization(actor, organization))
  const rows = await context.db
    .select()
    .from(invitations)
    .where(eq(invitations.organizationId, organizationId))
    .orderBy(desc(invitations.createdAt), desc(invitations.id))
  return rows.map((row) => withState(row, context.clock.now()))
}
