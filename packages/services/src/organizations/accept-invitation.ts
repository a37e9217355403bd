import { inUnitOfWork, type Transaction } from '@market/database'
import { invitations, memberships, users } from '@market/database/schema'
import { refuse } from '@market/domain'
import { invitationMachine } from '@market/domain/organizations'
import { authorize } from '@market/domain/policy'
import { eq } from 'drizzle-orm'
import { requireActor, type ServiceContext } from '../index.ts'
import { type InvitationRecord, withState } from './invitation-records.ts'

/** The link was mailed to one address, and only its holder may use it. */
const assertAddressee = async (tx: Transaction, userId: string, email: string) => {
  const [user] = await tx.select({ email: users.email }).from(users).where(eq(users.id, userId))
  if (user?.email.toLowerCase() !== email.toLowerCase()) {
    throw refuse('forbidden', 'invitation.other_address', { email })
  }
}

/**
 * Joins the organization of a mailed invitation. Refuses with `invitation.invalid`, `invitation.wrong_state` or
 * `invitation.other_address`.
 */
export const acceptInvitation = async (context: ServiceContext, token: string): Promise<InvitationRecord> => {
  const actor = requireActor(context)
  const id = context.seals.open('invitation', token)
  if (!id) throw refuse('invalid', 'invitation.invalid')
  return inUnitOfWork(context, async ({ tx, now, audit }) => {
    const [row] = await tx.select().from(invitations).where(eq(invitations.id, id)).for('update')
    if (!row) throw refuse('invalid', 'invitation.invalid')
    authorize(actor, 'invitation.accept', ['invited'])
    const before = withState(row, now)
    invitationMachine.transition(before.state, 'accept')
    await assertAddressee(tx, actor.userId, row.email)
    const { organizationId, roles } = row
    await tx
      .insert(memberships)
      .values({ organizationId, userId: actor.userId, roles, createdAt: now })
      .onConflictDoNothing()
    await tx
      .update(invitations)
      .set({ acceptedAt: now, acceptedBy: actor.userId })
      .where(eq(invitations.id, id))
    const after: InvitationRecord = {
      ...before,
      acceptedAt: now,
      acceptedBy: actor.userId,
      state: 'accepted',
    }
    audit({
      action: 'invitation.accept',
      subjectType: 'invitation',
      subjectId: id,
      organizationId,
      before,
      after,
    })
    return after
  })
}
