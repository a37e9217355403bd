import { memberships, organizations, users } from '@market/database/schema'
import type { Role } from '@market/domain'
import { asc, eq } from 'drizzle-orm'
import { requireActor, type ServiceContext } from '../index.ts'
import { type AccountRecord, accountOf } from './sessions.ts'

export interface MeRecord {
  user: AccountRecord
  organizationId: string | null
  roles: readonly Role[]
  organizations: { organization: typeof organizations.$inferSelect; roles: Role[] }[]
}

/** The person asking, what they act for now, and what else they could act for. */
export const getMe = async (context: ServiceContext): Promise<MeRecord> => {
  const actor = requireActor(context)
  const [user] = await context.db.select().from(users).where(eq(users.id, actor.userId))
  if (!user) throw new Error('The actor has no account.')
  const rows = await context.db
    .select({ organization: organizations, roles: memberships.roles })
    .from(memberships)
    .innerJoin(organizations, eq(organizations.id, memberships.organizationId))
    .where(eq(memberships.userId, actor.userId))
    .orderBy(asc(memberships.createdAt))
  return {
    user: accountOf(user),
    organizationId: actor.organizationId,
    roles: actor.roles,
    organizations: rows,
  }
}
