import { bulkEditItems, bulkEdits, listings } from '@market/database/schema'
import { refuse } from '@market/domain'
import { authorize, relationsTo } from '@market/domain/policy'
import { asc, eq } from 'drizzle-orm'
import { requireActor, type ServiceContext } from '../../index.ts'
import type { ListingRow } from '../records.ts'

export type BulkEditRecord = typeof bulkEdits.$inferSelect
export type BulkEditItemRecord = typeof bulkEditItems.$inferSelect

export interface BulkEditView {
  edit: BulkEditRecord
  items: { item: BulkEditItemRecord; listing: ListingRow }[]
}

/** What became of a bulk edit, listing by listing. Refuses with `bulk_edit.not_found`. */
export const getBulkEdit = async (context: ServiceContext, id: string): Promise<BulkEditView> => {
  const actor = requireActor(context)
  const [edit] = await context.db.select().from(bulkEdits).where(eq(bulkEdits.id, id))
  if (!edit) throw refuse('not-found', 'bulk_edit.not_found')
  authorize(actor, 'bulk_edit.read', relationsTo(actor, { organizationId: edit.organizationId }))
  const items = await context.db
    .select({ item: bulkEditItems, listing: listings })
    .from(bulkEditItems)
    .innerJoin(listings, eq(listings.id, bulkEditItems.listingId))
    .where(eq(bulkEditItems.bulkEditId, id))
    .orderBy(asc(bulkEditItems.position))
  return { edit, items }
}
