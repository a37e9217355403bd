import { inUnitOfWork } from '@market/database'
import { bulkEditItems, bulkEdits } from '@market/database/schema'
import type { ServiceContext } from '../../index.ts'
import type { BulkChange, BulkOutcome } from './bulk-change.ts'
import { type BulkEditView, getBulkEdit } from './records.ts'
import { readChosen, tryChange } from './try-change.ts'

export interface BulkEditInput {
  ids: string[]
  change: BulkChange
}

const record = async (context: ServiceContext, bulkEditId: string, position: number, result: BulkOutcome) => {
  const { listingId, outcome, code, details, before, revision } = result
  await context.db
    .insert(bulkEditItems)
    .values({ bulkEditId, listingId, position, outcome, code, details, before, revision })
}

/**
 * Does one thing to many listings, each in a transaction of its own: what can be done is done, what cannot is named.
 * Refuses with `listing.not_found`.
 */
export const applyBulkEdit = async (
  context: ServiceContext,
  { ids, change }: BulkEditInput,
): Promise<BulkEditView> => {
  const { member, rows } = await readChosen(context, ids)
  const id = context.ids.next()
  const { organizationId } = member
  // Noted before anything is done: an edit that is cut short can still be looked up.
  await inUnitOfWork(context, async ({ tx, now, audit }) => {
    await tx
      .insert(bulkEdits)
      .values({ id, organizationId, change, createdBy: member.userId, createdAt: now })
    const after = { ...change, listings: rows.map((row) => row.id) }
    audit({ action: 'listing.bulk_edit', subjectType: 'bulk_edit', subjectId: id, organizationId, after })
  })
  for (const [at, listing] of rows.entries()) {
    await record(context, id, at, await tryChange(context, listing, change))
  }
  return getBulkEdit(context, id)
}
