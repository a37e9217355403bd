import { inUnitOfWork, type WorkContext } from '@market/database'
import { listingImports } from '@market/database/schema'
import { isRefusal, refuse } from '@market/domain'
import { ABANDONABLE_IMPORT_STATES, listingImportMachine } from '@market/domain/listings'
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { importFacts, importTrail, type ListingImportRecord } from './records.ts'

const DAY_MS = 24 * 60 * 60 * 1000

const untouchedSince = (limit: Date) => {
  const { createdAt, checkedAt, finishedAt } = listingImports
  return sql`greatest(${createdAt}, ${checkedAt}, ${finishedAt}) < ${limit.toISOString()}::timestamptz`
}

/** Gives one up if nobody has moved it meanwhile; the worker then takes away its rows and its file. */
const abandon = (context: WorkContext, before: ListingImportRecord): Promise<void> =>
  inUnitOfWork(context, async ({ tx, audit, emit }) => {
    const state = listingImportMachine.transition(before.state, 'abandon')
    const [after] = await tx
      .update(listingImports)
      .set({ state })
      .where(and(eq(listingImports.id, before.id), eq(listingImports.state, before.state)))
      .returning()
    if (!after) throw refuse('conflict', 'listing_import.changed_meanwhile')
    audit({
      ...importTrail(after),
      action: 'listing_import.abandon',
      before: importFacts(before),
      after: importFacts(after),
    })
    emit({ type: 'listing_import.waiting', subjectId: after.id })
  })

/**
 * Gives up imports that failed, or that nobody has mapped or committed, for `keepDays` days: what was staged of them and
 * their files go. Gives their number. Drafts of an import that ended well are never touched.
 */
export const forgetAbandonedImports = async (context: WorkContext, keepDays: number): Promise<number> => {
  const limit = new Date(context.clock.now().getTime() - keepDays * DAY_MS)
  const left = await context.db
    .select()
    .from(listingImports)
    .where(and(inArray(listingImports.state, [...ABANDONABLE_IMPORT_STATES]), untouchedSince(limit)))
    .orderBy(asc(listingImports.createdAt))
  let forgotten = 0
  for (const record of left) {
    try {
      await abandon(context, record)
      forgotten += 1
    } catch (error) {
      if (!isRefusal(error)) throw error
    }
  }
  return forgotten
}
