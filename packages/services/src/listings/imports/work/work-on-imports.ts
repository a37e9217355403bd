import { inUnitOfWork } from '@market/database'
import { listingImportMachine } from '@market/domain/listings'
import { importFacts, importTrail } from '../records.ts'
import { checkImportRows } from './check-rows.ts'
import { draftImportRows } from './draft-rows.ts'
import {
  contextFor,
  giveBack,
  type ImportWorkContext,
  keepLease,
  type Lease,
  LeaseLost,
  lookAfterOthers,
  noteWork,
  takeImport,
} from './lease.ts'
import { NoRows, readImportFile, TooManyRows } from './read-file.ts'
import { undoImport } from './undo-drafts.ts'

const startDrafting = async (context: ImportWorkContext, lease: Lease): Promise<void> => {
  const state = listingImportMachine.transition(lease.record.state, 'start')
  const record = await context.db.transaction((tx) => noteWork(context, tx, lease, { state }))
  await draftImportRows(context, { ...lease, record })
}

const step = async (context: ImportWorkContext, lease: Lease): Promise<void> => {
  const { state } = lease.record
  if (state === 'reading') return readImportFile(context, lease)
  if (state === 'checking') return checkImportRows(context, lease)
  if (state === 'queued') return startDrafting(context, lease)
  if (state === 'running') return draftImportRows(context, lease)
  return undoImport(context, lease)
}

/** A step of reading or checking that fails so often without getting anywhere will not succeed. */
const MAX_ATTEMPTS = 5

/** Why the file itself cannot be read on; null when it is not the file's fault. */
const faultOf = (
  context: ImportWorkContext,
  error: unknown,
): { failureCode: string; failureRow: number | null } | null => {
  if (error instanceof TooManyRows) return { failureCode: 'listing_import.too_many_rows', failureRow: null }
  if (error instanceof NoRows) return { failureCode: 'listing_import.file_no_records', failureRow: null }
  const unreadable = context.records.whyUnreadable(error)
  return unreadable && { failureCode: `listing_import.file_${unreadable.reason}`, failureRow: unreadable.row }
}

const fail = async (
  context: ImportWorkContext,
  lease: Lease,
  fault: NonNullable<ReturnType<typeof faultOf>>,
) => {
  const { record } = lease
  await inUnitOfWork(contextFor(context, record), async ({ tx, now, audit }) => {
    const state = listingImportMachine.transition(record.state, 'fail')
    const after = await noteWork(context, tx, lease, { ...fault, state, finishedAt: now })
    audit({
      ...importTrail(after),
      action: 'listing_import.fail',
      before: importFacts(record),
      after: importFacts(after),
    })
  })
}

/** Gives up what keeps failing without getting anywhere, for a person to see. */
const isHopeless = ({ state, attempts }: Lease['record']): boolean =>
  attempts > MAX_ATTEMPTS && listingImportMachine.allows(state, 'fail')

const workOn = async (context: ImportWorkContext, lease: Lease): Promise<void> => {
  const letGo = keepLease(context, lease)
  try {
    if (isHopeless(lease.record)) {
      await fail(context, lease, { failureCode: 'listing_import.internal', failureRow: null })
    } else await step(context, lease)
  } catch (error) {
    if (error instanceof LeaseLost) return giveBack(context, lease)
    const fault = faultOf(context, error)
    // Left with its lease: it waits until that has run out, and others go first.
    if (fault === null) throw error
    await fail(context, lease, fault)
  } finally {
    letGo()
  }
  await giveBack(context, lease)
}

/**
 * Does whatever imports wait for, one after the other, until none is left that nobody is at. Called when something was
 * handed in, and by the queue whenever a lease may have run out: what a killed worker has left goes on where it stood.
 */
export const workOnListingImports = async (context: ImportWorkContext): Promise<void> => {
  const failures: unknown[] = []
  for (let lease = await takeImport(context); lease !== null; lease = await takeImport(context)) {
    await workOn(context, lease).catch((error: unknown) => failures.push(error))
  }
  await lookAfterOthers(context)
  if (failures.length > 0) throw new AggregateError(failures, 'imports of listings failed')
}
