import { inUnitOfWork } from '@market/database'
import { listingImportProblems, listingImportRows } from '@market/database/schema'
import { type CalendarDate, shanghaiDateOf } from '@market/domain'
import {
  importError,
  inFileOrder,
  type ListingImportMapping,
  type ListingImportProblem,
  listingImportMachine,
  readListingRow,
} from '@market/domain/listings'
import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { countReady, importFacts, importTrail } from '../records.ts'
import { findSame } from './find-same.ts'
import { contextFor, type ImportWorkContext, type Lease, noteWork } from './lease.ts'
import { type CheckedRow, storeChecked, storeProblems } from './store-rows.ts'

const BATCH_ROWS = 300

type StagedRow = typeof listingImportRows.$inferSelect

const checkRow = (
  staged: StagedRow,
  mapping: ListingImportMapping,
  today: CalendarDate,
): CheckedRow & { problems: ListingImportProblem[] } => {
  const { row, through, raw, unreadable } = staged
  const without = (problem: ListingImportProblem) => ({
    row,
    draft: null,
    sameKey: null,
    problems: [problem],
  })
  if (unreadable !== null) {
    const [reason = '', ...found] = unreadable.split(' ')
    return without(importError(null, 'row.unreadable', null, { reason, found: found.join(' ') }))
  }
  if (raw === null)
    return without(importError(null, 'row.empty', null, { count: through - row + 1, through }))
  const { listing, sameKey, problems } = readListingRow(raw, mapping, today)
  return { row, draft: listing, sameKey, problems }
}

const checkAll = async (
  context: ImportWorkContext,
  lease: Lease,
  mapping: ListingImportMapping,
): Promise<void> => {
  const { id } = lease.record
  const { importId, row } = listingImportRows
  const today = shanghaiDateOf(context.clock.now())
  let { lastRow, progress } = lease.record
  for (;;) {
    const staged = await context.db
      .select()
      .from(listingImportRows)
      .where(and(eq(importId, id), gt(row, lastRow)))
      .orderBy(asc(row))
      .limit(BATCH_ROWS)
    const last = staged.at(-1)
    if (last === undefined) return
    const checked = staged.map((one) => checkRow(one, mapping, today))
    const first = lastRow === 0
    lastRow = last.row
    progress += staged.filter(({ raw }) => raw !== null).length
    await context.db.transaction(async (tx) => {
      await noteWork(context, tx, lease, { lastRow, progress })
      // What an earlier mapping led to.
      if (first) await tx.delete(listingImportProblems).where(eq(listingImportProblems.importId, id))
      await storeChecked(
        tx,
        id,
        checked.map(({ problems, ...one }) => one),
      )
      const problems = checked.flatMap(({ row, problems }) =>
        problems.map((problem, position) => ({ ...problem, row, position })),
      )
      await storeProblems(tx, id, problems)
    })
  }
}

/** The dry run: what each row would be and what is wrong with it; goes on where it was cut short. */
export const checkImportRows = async (context: ImportWorkContext, lease: Lease): Promise<void> => {
  const { record } = lease
  if (record.mapping === null) throw new Error(`Import ${record.id} has no mapping.`)
  await checkAll(context, lease, inFileOrder(record.mapping, record.columns))
  // Fresh rows without statistics are taken for one row, and looked through once for each other.
  await context.db.execute(sql`analyze listing_import_rows, listing_import_problems`)
  await inUnitOfWork(contextFor(context, record), async ({ tx, now, audit }) => {
    await findSame(tx, record)
    const readyCount = await countReady(tx, record.id)
    const state = listingImportMachine.transition(record.state, 'check')
    const after = await noteWork(context, tx, lease, {
      state,
      readyCount,
      checkedAt: now,
      lastRow: 0,
      progress: 0,
    })
    audit({
      ...importTrail(after),
      action: 'listing_import.check',
      before: importFacts(record),
      after: importFacts(after),
    })
  })
}
