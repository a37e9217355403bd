import type { Database, Transaction } from '@market/database'
import { organizations } from '@market/database/schema'
import { type Actor, refuse } from '@market/domain'
import { type Relation, relationsTo } from '@market/domain/policy'
import { eq } from 'drizzle-orm'

export type OrganizationRecord = typeof organizations.$inferSelect

/** Verified organizations are public; the rest are seen by their members and the overseers. */
export const relationsToOrganization = (actor: Actor | null, organization: OrganizationRecord): Relation[] =>
  relationsTo(actor, { organizationId: organization.id, public: organization.state === 'verified' })

/** Refuses with `organization.not_found`. */
export const findOrganization = async (
  db: Database | Transaction,
  id: string,
): Promise<OrganizationRecord> => {
  const [row] = await db.select().from(organizations).where(eq(organizations.id, id))
  if (!row) throw refuse('not-found', 'organization.not_found')
  return row
}

/** The same, held until the transaction ends, so that what is decided on stays true. */
export const lockOrganization = async (tx: Transaction, id: string): Promise<OrganizationRecord> => {
  const [row] = await tx.select().from(organizations).where(eq(organizations.id, id)).for('update')
  if (!row) throw refuse('not-found', 'organization.not_found')
  return row
}
