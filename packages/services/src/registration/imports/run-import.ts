import { inUnitOfWork, refusingOn, type UnitOfWork } from '@market/database'
import { registrationImports } from '@market/database/schema'
import { isRefusal, refuse, shanghaiDateOf, yearOf } from '@market/domain'
import { importMachine } from '@market/domain/registration'
import { eq, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../index.ts'
import { constraintRefusals } from '../records.ts'
import { compareWithRegister } from './compare-with-register.ts'
import { enterRows, readAgency } from './enter-rows.ts'
import { type ParsedImport, parseImport } from './parse-import.ts'
import { inChunks, recordParties } from './parties.ts'
import { findImport, type ImportRecord, importTrail } from './records.ts'
import { moveImport } from './step-import.ts'
import { contextFor, type ImportContext, readContent } from './work-on-import.ts'

/** Rows between two looks at the clock and at whether somebody wants it stopped. */
const STEP = 500

const refusals = {
  ...constraintRefusals,
  registrations_number_unique: () => refuse('conflict', 'import.number_taken'),
}

/** Counts outside the transaction, where others can read it; refuses once somebody asked to stop. */
const noteProgress = async ({ db }: ServiceContext, id: string, processedRows: number): Promise<void> => {
  const [row] = await db
    .update(registrationImports)
    .set({ processedRows })
    .where(eq(registrationImports.id, id))
    .returning({ state: registrationImports.state })
  if (row?.state !== 'running') throw refuse('conflict', 'import.cancelled')
}

/** Read again from the file: what was checked yesterday may stand in the register today. */
const readSound = async (context: ImportContext, record: ImportRecord): Promise<ParsedImport> => {
  const today = shanghaiDateOf(context.clock.now())
  const parsed = await parseImport(context.tables, record, await readContent(context, record.id), today)
  const compared = await compareWithRegister(context.db, parsed.rows, yearOf(today))
  const errors = [...parsed.problems, ...compared].filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw refuse('conflict', 'import.no_longer_sound', { errorCount: errors.length })
  return parsed
}

const enterAll = async (
  context: ServiceContext,
  unit: UnitOfWork,
  record: ImportRecord,
  { rows }: ParsedImport,
): Promise<void> => {
  const { tx, now, audit, emit } = unit
  const userId = record.committedBy ?? record.createdBy
  // Triggers and foreign keys keep the plans they make on the first rows: by index, however small the tables are then.
  await tx.execute(sql`set local enable_seqscan = off`)
  const parties = await recordParties(tx, context.ids, rows, now)
  const entering = { record, userId, parties, agency: await readAgency(tx, record.agencyId) }
  let processed = 0
  for (const chunk of inChunks(rows, STEP)) {
    await enterRows(context, unit, entering, chunk)
    // Register and ledger are compared step by step: at the commit, everybody would wait behind the trail for all of it.
    await tx.execute(sql`set constraints all immediate`)
    await tx.execute(sql`set constraints all deferred`)
    processed += chunk.length
    await noteProgress(context, record.id, processed)
  }
  const after = await moveImport(tx, record, { state: 'done', finishedAt: now })
  if (!after) throw refuse('conflict', 'import.cancelled')
  audit({ ...importTrail(record), action: 'import.run', before: record, after })
  emit({ type: 'import.done', subjectId: record.id, payload: { rows: rows.length } })
}

const endWithout = async (context: ServiceContext, id: string, failure: unknown): Promise<void> => {
  await inUnitOfWork(context, async ({ tx, now, audit }) => {
    const before = await findImport({ db: tx }, id)
    const stopped = before.state === 'cancelling'
    const failureCode = stopped ? null : isRefusal(failure) ? failure.code : 'import.internal'
    const state = importMachine.transition(before.state, stopped ? 'stop' : 'fail')
    const after = await moveImport(tx, before, { state, failureCode, processedRows: 0, finishedAt: now })
    audit({ ...importTrail(before), action: 'import.run', before, after })
  })
}

/**
 * Enters every row of a committed file in one transaction, or none. Counts can be read meanwhile. May be called again
 * after the process died: nothing of the first time is left.
 */
export const runImport = async (worker: ImportContext, id: string): Promise<void> => {
  const before = await findImport(worker, id)
  const userId = before.committedBy ?? before.createdBy
  const context = contextFor(worker, id, userId, before.agencyId)
  // Asked to stop, and then the process died.
  if (before.state === 'cancelling') await endWithout(context, id, null)
  if (!importMachine.allows(before.state, 'start')) return
  const startedAt = worker.clock.now()
  const running = await moveImport(worker.db, before, { state: 'running', startedAt, processedRows: 0 })
  if (!running) return
  try {
    const parsed = await readSound(worker, running)
    await refusingOn(refusals, () =>
      inUnitOfWork(context, (unit) => enterAll(context, unit, running, parsed)),
    )
  } catch (failure) {
    await endWithout(context, id, failure)
    if (!isRefusal(failure)) throw failure
  }
}
