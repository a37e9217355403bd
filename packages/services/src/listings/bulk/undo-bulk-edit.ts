import { inUnitOfWork } from '@market/database'
import { bulkEditItems, bulkEdits } from '@market/database/schema'
import { isRefusal, refuse } from '@market/domain'
import { authorize, relationsTo } from '@market/domain/policy'
import { and, eq, isNull } from 'drizzle-orm'
import { requireActor, type ServiceContext } from '../../index.ts'
import { editListing } from '../edit-listing.ts'
import { setContact } from '../set-contact.ts'
import type { BulkBefore } from './bulk-change.ts'
import { type BulkEditItemRecord, type BulkEditView, getBulkEdit } from './records.ts'

/** Only what was there before can be put back: nobody withdraws a submission or a renewal this way. */
export const canBeUndone = ({ edit, items }: BulkEditView): boolean =>
  edit.undoneAt === null && items.some(({ item }) => item.outcome === 'done' && item.before !== null)

const putBack = async (context: ServiceContext, { listingId: id, before, revision }: BulkEditItemRecord) => {
  const { contactId, ...fields }: BulkBefore = before ?? {}
  if (contactId !== undefined) return setContact(context, { id, contactId })
  return editListing(context, { id, revision: revision ?? 0, ...fields, rights: undefined })
}

const undoOne = async (context: ServiceContext, item: BulkEditItemRecord): Promise<void> => {
  const code = await putBack(context, item).then(
    () => null,
    (error: unknown) => {
      if (isRefusal(error)) return error.code
      throw error
    },
  )
  await context.db
    .update(bulkEditItems)
    .set(code === null ? { outcome: 'undone' } : { code })
    .where(and(eq(bulkEditItems.bulkEditId, item.bulkEditId), eq(bulkEditItems.listingId, item.listingId)))
}

/**
 * Puts back what a bulk edit changed, except where somebody has written since. Refuses with `bulk_edit.not_found` or
 * `bulk_edit.cannot_undo`.
 */
export const undoBulkEdit = async (context: ServiceContext, id: string): Promise<BulkEditView> => {
  const actor = requireActor(context)
  const view = await getBulkEdit(context, id)
  const { organizationId } = view.edit
  authorize(actor, 'bulk_edit.undo', relationsTo(actor, { organizationId }))
  if (!canBeUndone(view)) throw refuse('conflict', 'bulk_edit.cannot_undo')
  await inUnitOfWork(context, async ({ tx, now, audit }) => {
    const [mine] = await tx
      .update(bulkEdits)
      .set({ undoneAt: now })
      .where(and(eq(bulkEdits.id, id), isNull(bulkEdits.undoneAt)))
      .returning()
    if (!mine) throw refuse('conflict', 'bulk_edit.cannot_undo')
    audit({ action: 'bulk_edit.undo', subjectType: 'bulk_edit', subjectId: id, organizationId })
  })
  for (const { item } of view.items) {
    if (item.outcome === 'done' && item.before !== null) await undoOne(context, item)
  }
  return getBulkEdit(context, id)
}
