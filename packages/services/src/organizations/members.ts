import type { Transaction } from '@market/database'
import { memberships, users } from '@market/database/schema'
import { type Role, refuse } from '@market/domain'
import { and, asc, eq } from 'drizzle-orm'

export interface MemberRecord {
  userId: string
  name: string
  email: string
  roles: Role[]
  createdAt: Date
}

const columns = {
  userId: memberships.userId,
  name: users.name,
  email: users.email,
  roles: memberships.roles,
  createdAt: memberships.createdAt,
}

export const membersOf = (tx: Pick<Transaction, 'select'>, organizationId: string): Promise<MemberRecord[]> =>
  tx
    .select(columns)
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(eq(memberships.organizationId, organizationId))
    .orderBy(asc(memberships.createdAt), asc(memberships.userId))

/** Refuses with `member.not_found`. */
export const findMember = async (
  tx: Pick<Transaction, 'select'>,
  organizationId: string,
  userId: string,
): Promise<MemberRecord> => {
  const [member] = await tx
    .select(columns)
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.organizationId, organizationId), eq(memberships.userId, userId)))
  if (!member) throw refuse('not-found', 'member.not_found')
  return member
}

/** An organization keeps at least one owner: else `member.last_owner`. Call it under the organization's lock. */
export const assertOwnerRemains = async (tx: Transaction, organizationId: string): Promise<void> => {
  const members = await membersOf(tx, organizationId)
  if (!members.some(({ roles }) => roles.includes('owner'))) throw refuse('conflict', 'member.last_owner')
}
