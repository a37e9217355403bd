import { inUnitOfWork, refusingOn, type UnitOfWork } from '@market/database'
import { invitations, memberships, users } from '@market/database/schema'
import { type Role, refuse } from '@market/domain'
import { authorize } from '@market/domain/policy'
import { and, count, eq, gt, isNull, lt, sql } from 'drizzle-orm'
import { requireActor, type ServiceContext } from '../index.ts'
import { type InvitationRecord, withState } from './invitation-records.ts'
import { findOrganization, relationsToOrganization } from './records.ts'

const VALID_DAYS = 14
/** Letters to strangers: what an office needs in a day, and too few to be a nuisance. */
const INVITATIONS_PER_DAY = 50
const DAY_MS = 86_400_000

export interface InviteMemberInput {
  organizationId: string
  email: string
  roles: Role[]
}

const requireFew = async ({ tx, now }: UnitOfWork, userId: string): Promise<void> => {
  // Held, so that many at once are counted one after another.
  await tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for('update')
  const [row] = await tx
    .select({ sent: count() })
    .from(invitations)
    .where(
      and(eq(invitations.invitedBy, userId), gt(invitations.createdAt, new Date(now.getTime() - DAY_MS))),
    )
  if ((row?.sent ?? 0) < INVITATIONS_PER_DAY) return
  throw refuse('limit', 'invitation.too_many', { limit: INVITATIONS_PER_DAY })
}

/**
 * Has an invitation mailed. Refuses with `invitation.already_pending`, `invitation.already_member` or, past fifty of one
 * person in a day, `invitation.too_many`.
 */
export const inviteMember = async (
  context: ServiceContext,
  input: InviteMemberInput,
): Promise<InvitationRecord> => {
  const actor = requireActor(context)
  const { organizationId } = input
  const email = input.email.toLowerCase()
  const pending = () => refuse('conflict', 'invitation.already_pending', { email })
  return refusingOn({ invitations_one_pending: pending }, () =>
    inUnitOfWork(context, async (unit) => {
      const { tx, now, audit, emit } = unit
      const organization = await findOrganization(tx, organizationId)
      authorize(actor, 'invitation.create', relationsToOrganization(actor, organization))
      const sameAddress = sql`lower(${users.email}) = ${email}`
      const [member] = await tx
        .select({ id: users.id })
        .from(memberships)
        .innerJoin(users, eq(users.id, memberships.userId))
        .where(and(eq(memberships.organizationId, organizationId), sameAddress))
      if (member) throw refuse('conflict', 'invitation.already_member', { email })
      await requireFew(unit, actor.userId)
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
          expiresAt: new Date(now.getTime() + VALID_DAYS * DAY_MS),
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
