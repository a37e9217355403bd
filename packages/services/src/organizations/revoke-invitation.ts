import { inUnitOfWork } from '@market/database'
import { invitations } from '@market/database/schema'
import { refuse } from '@market/domain'
import { invitationMachine } from '@market/domain/organizations'
import { authorize, relationsTo } from '@market/domain/policy'
import { eq } from 'drizzle-orm'
import { requireActor, type ServiceContext } from '../index.ts'
import { type InvitationRecord, withState } from './invitation-records.ts'

/** Makes a mailed invitation worthless. Refuses with `invitation.wrong_state`. */
export const revokeInvitation = async (context: ServiceContext, id: string): Promise<InvitationRecord> => {
  const actor = requireActor(context)
  return inUnitOfWork(context, async ({ tx, now, audit }) => {
    const [row] = await tx.select().from(invitations).where(eq(invitations.id, id)).for('update')
    if (!row) throw refuse('not-found', 'invitation.not_found')
    const { organizationId } = row
    authorize(actor, 'invitation.revoke', relationsTo(actor, { organizationId }))
    const before = withState(row, now)
    invitationMachine.transition(before.state, 'revoke')
    await tx.update(invitations).set({ revokedAt: now }).where(eq(invitations.id, id))
    const after: InvitationRecord = { ...before, revokedAt: now, state: 'revoked' }
    audit({
      action: 'invitation.revoke',
      subjectType: 'invitation',
      subjectId: id,
      organizationId,
      before,
      after,
    })
    return after
  })
}
