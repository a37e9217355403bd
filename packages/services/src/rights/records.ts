import type { Transaction } from '@market/database'
import { type listings, rights } from '@market/database/schema'
import { refuse } from '@market/domain'
import { type Action, authorize, type Relation, relationsTo } from '@market/domain/policy'
import { eq } from 'drizzle-orm'
import type { MemberActor } from '../index.ts'
import type { Reader, RightRow } from './dossiers.ts'

export type ListingRow = typeof listings.$inferSelect

export const relationsToRight = (
  actor: MemberActor,
  { organizationId }: { organizationId: string },
): Relation[] => relationsTo(actor, { organizationId })

/** Refuses with `right.not_found`, also for another organization's. */
export const findRight = async (db: Reader, actor: MemberActor, id: string): Promise<RightRow> => {
  const [row] = await db.select().from(rights).where(eq(rights.id, id))
  if (!row) throw refuse('not-found', 'right.not_found')
  authorize(actor, 'right.read', relationsToRight(actor, row))
  return row
}

/** Reads a right and holds it until the unit of work ends. Refuses with `right.not_found`. */
export const holdRight = async (
  tx: Transaction,
  actor: MemberActor,
  id: string,
  action: Action & `right.${string}`,
): Promise<RightRow> => {
  const [row] = await tx.select().from(rights).where(eq(rights.id, id)).for('update')
  if (!row) throw refuse('not-found', 'right.not_found')
  authorize(actor, action, relationsToRight(actor, row))
  return row
}
