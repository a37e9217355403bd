import { refusingOn, type UnitOfWork } from '@market/database'
import { listings } from '@market/database/schema'
import { type IdSource, refuse } from '@market/domain'
import { moveText } from '@market/domain/listings'
import { and, eq } from 'drizzle-orm'
import { columnsOf, differences, type ListingContent } from './content.ts'
import { identifyRights, rightRefusals } from './identify-rights.ts'
import type { ListingRow } from './records.ts'
import { readWorkingContent, writeStoredLists } from './stored-content.ts'

const writeRow = async (
  { tx, now }: UnitOfWork,
  listing: ListingRow,
  columns: Partial<typeof listings.$inferInsert>,
): Promise<ListingRow> => {
  const { id, revision } = listing
  const [after] = await tx
    .update(listings)
    .set({ ...columns, revision: revision + 1, updatedAt: now })
    .where(and(eq(listings.id, id), eq(listings.revision, revision), eq(listings.state, listing.state)))
    .returning()
  if (!after) throw refuse('conflict', 'listing.changed_meanwhile')
  return after
}

interface WorkingChange {
  action: 'listing.edit' | 'listing.attach_file' | 'listing.detach_file'
  ids: IdSource
  change(content: ListingContent): ListingContent | Promise<ListingContent>
}

/**
 * Changes the working text of a held listing: a draft's in its own columns, a public listing's beside the text
 * the public reads. Refuses with `listing.wrong_state` while a reviewer has it.
 */
export const changeWorkingContent = async (
  unit: UnitOfWork,
  listing: ListingRow,
  { action, ids, change }: WorkingChange,
): Promise<ListingRow> => {
  const { tx, now } = unit
  const { changesState } = moveText(listing, 'edit')
  const before = await readWorkingContent(tx, listing)
  const changed = await change(before)
  const keepPublished = changesState === null
  const rights = await identifyRights(tx, listing, changed.rights, { ids, keepPublished })
  const content = { ...changed, rights }
  const after = await refusingOn(rightRefusals, async () => {
    if (changesState !== null) return writeRow(unit, listing, { changes: content, changesState })
    await writeStoredLists(tx, listing, content, now)
    return writeRow(unit, listing, columnsOf(content))
  })
  const { id: subjectId, organizationId } = listing
  unit.audit({ action, subjectType: 'listing', subjectId, organizationId, ...differences(before, content) })
  return after
}
