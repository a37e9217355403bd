import { inUnitOfWork, refusingOn } from '@market/database'
import { invitations, memberships, users } from '@market/database/schema'
import { type Role, refuse } from '@market/domain'
import { authorize } from '@market/domain/policy'
import { and, eq, isNull, lt, sql } from 'drizzle-orm'
import { requireActor, type ServiceContext } from '../index.ts'
import { type InvitationRecord, withState } from './invitation-records.ts'
import { findOrganization, relationsToOrganization } from './records.ts'

const VALID_DAYS = 14

export interface InviteMemberInput {
  organizationId: string
  email: string
  roles: Role[]
}

/** Has an invitation mailed. Refuses with `invitation.already_pending` or `invitation.already_member`. */
export const inviteMember = async (
  context: ServiceContext,
  input: InviteMemberInput,
): Promise<InvitationRecord> => {
  const actor = requireActor(context)
  const { organizationId } = input
  const email = input.email.toLowerCase()
  const pending = () => refuse('conflict', 'invitation.already_pending', { email })
  return refusingOn({ invitations_one_pending: pending }, () =>
    inUnitOfWork(context, async ({ tx, now, audit, emit }) => {
      const organization = await findOrganization(tx, organizationId)
      authorize(actor, 'invitation.create', relationsToOrganization(actor, organization))
      const sameAddress = sql`lower(${users.email}) = ${email}`
      const [member] = await tx
        .select({ id: users.id })
        .from(memberships)
        .innerJoin(users, eq(users.id, memberships.userId))
        .where(and(eq(memberships.organizationId, organizationId), sameAddress))
      if (member) throw refuse('conflict', 'invitation.already_member', { email })
      // One that ran out must not block the next.
      await tx
        .update(invitations)
        .set({ revokedAt: now })
        .where(
          and(
            eq(invitations.organizationId, organizationId),
            sql`lower(${invitations.email}) = ${email}`,
            isNull(invitations.acceptedAt),
            isNull(invitations.revokedAt),
            lt(invitations.expiresAt, now),
          ),
        )
      const [row] = await tx
        .insert(invitations)
        .values({
          id: context.ids.next(),
          organizationId,
          email,
          roles: [...new Set(input.roles)],
          invitedBy: actor.userId,
          createdAt: now,
          expiresAt: new Date(now.getTime() + VALID_DAYS * 86_400_000),
        })
        .returning()
      if (!row) throw new Error('The invitation was not stored.')
      audit({
        action: 'invitation.create',
        subjectType: 'invitation',
        subjectId: row.id,
        organizationId,
        after: row,
      })
      emit({ type: 'invitation.created', subjectId: row.id })
      return withState(row, now)
    }),
  )
}
