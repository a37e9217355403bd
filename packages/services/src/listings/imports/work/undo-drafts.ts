import { inUnitOfWork, type Transaction } from '@market/database'
import { listingImportProblems, listingImportRows, listingRights, listings } from '@market/database/schema'
import { listingImportMachine } from '@market/domain/listings'
import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import { deleteUnofferedRights } from '../../stored-content.ts'
import { importFacts, importTrail } from '../records.ts'
import { contextFor, type ImportWorkContext, type Lease, noteWork } from './lease.ts'

const BATCH_ROWS = 300
const STAGED_AT_ONCE = 2000

/** Deletes those of the drafts that nobody has touched since; gives their ids. */
const deleteUntouched = async (tx: Transaction, ids: string[]): Promise<string[]> => {
  const untouched = await tx
    .select({ id: listings.id })
    .from(listings)
    .where(
      and(
        inArray(listings.id, ids),
        eq(listings.state, 'draft'),
        eq(listings.version, 0),
        eq(listings.revision, 1),
      ),
    )
    .for('update')
  const going = untouched.map(({ id }) => id)
  if (going.length === 0) return []
  const offered = await tx
    .delete(listingRights)
    .where(inArray(listingRights.listingId, going))
    .returning({ rightId: listingRights.rightId })
  await deleteUnofferedRights(tx, [...new Set(offered.map(({ rightId }) => rightId))])
  await tx.delete(listings).where(inArray(listings.id, going))
  return going
}

const undoBatch = async (context: ImportWorkContext, lease: Lease): Promise<boolean> => {
  const { id } = lease.record
  const { importId, row, listingId } = listingImportRows
  const drafted = await context.db
    .select({ row, listingId })
    .from(listingImportRows)
    .where(and(eq(importId, id), isNotNull(listingId)))
    .limit(BATCH_ROWS)
  if (drafted.length === 0) return false
  await inUnitOfWork(contextFor(context, lease.record), async ({ tx, audit }) => {
    const ids = drafted.flatMap((one) => one.listingId ?? [])
    await tx
      .update(listingImportRows)
      .set({ listingId: null })
      .where(
        and(
          eq(importId, id),
          inArray(
            row,
            drafted.map((one) => one.row),
          ),
        ),
      )
    const gone = await deleteUntouched(tx, ids)
    await noteWork(context, tx, lease, {})
    for (const listing of gone) {
      const { organizationId } = lease.record
      audit({
        action: 'listing.undo_import',
        subjectType: 'listing',
        subjectId: listing,
        organizationId,
        after: { importId: id },
      })
    }
    audit({
      ...importTrail(lease.record),
      action: 'listing_import.undo',
      after: { removed: gone.length, kept: ids.length - gone.length },
    })
  })
  return true
}

/** Staged rows are of no use without their import; a few thousand at once, so that no transaction grows long. */
const forgetBatch = (context: ImportWorkContext, lease: Lease): Promise<boolean> =>
  context.db.transaction(async (tx) => {
    const { id } = lease.record
    const { importId, row } = listingImportRows
    const rows = await tx
      .select({ row })
      .from(listingImportRows)
      .where(eq(importId, id))
      .limit(STAGED_AT_ONCE)
    if (rows.length === 0) return false
    const places = rows.map((one) => one.row)
    const problems = listingImportProblems
    await tx.delete(problems).where(and(eq(problems.importId, id), inArray(problems.row, places)))
    await tx.delete(listingImportRows).where(and(eq(importId, id), inArray(row, places)))
    await noteWork(context, tx, lease, {})
    return true
  })

/** Takes back what a cancelled import made, and forgets what it read. Drafts that somebody has worked on stay. */
export const undoImport = async (context: ImportWorkContext, lease: Lease): Promise<void> => {
  while (await undoBatch(context, lease));
  while (await forgetBatch(context, lease));
  const { record } = lease
  await inUnitOfWork(contextFor(context, record), async ({ tx, now, audit }) => {
    const state = listingImportMachine.transition(record.state, 'stop')
    const after = await noteWork(context, tx, lease, { state, finishedAt: now, draftCount: 0, readyCount: 0 })
    audit({
      ...importTrail(after),
      action: 'listing_import.stop',
      before: importFacts(record),
      after: importFacts(after),
    })
  })
  await context.storage.delete(record.storageKey)
}
