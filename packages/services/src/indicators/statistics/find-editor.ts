import type { Database } from '@market/database'
import { memberships, organizations, users } from '@market/database/schema'
import { type Actor, refuse } from '@market/domain'
import { and, arrayOverlaps, eq } from 'drizzle-orm'

/**
 * Who may load statistics for the authority and has this address (its editor or owner): in whose name a command loads
 * them. Refuses with `statistics.no_editor`.
 */
export const findStatisticsEditor = async (db: Database, email: string): Promise<Actor> => {
  const [found] = await db
    .select({ membership: memberships, organization: organizations })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .innerJoin(organizations, eq(organizations.id, memberships.organizationId))
    .where(
      and(
        eq(users.email, email.trim().toLowerCase()),
        eq(organizations.kind, 'authority'),
        arrayOverlaps(memberships.roles, ['editor', 'owner']),
      ),
    )
  if (!found) throw refuse('not-found', 'statistics.no_editor', { email })
  const { membership, organization } = found
  return {
    userId: membership.userId,
    organizationId: organization.id,
    organizationKind: organization.kind,
    organizationState: organization.state,
    organizationRegionCode: organization.regionCode,
    roles: membership.roles,
  }
}
