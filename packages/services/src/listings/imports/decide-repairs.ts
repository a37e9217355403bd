import { inUnitOfWork } from '@market/database'
import { listingImportProblems, listingImports } from '@market/database/schema'
import { refuse } from '@market/domain'
import {
  type ListingImportProblemCode,
  listingImportMachine,
  type RepairDecision,
} from '@market/domain/listings'
import { and, eq, isNotNull, ne } from 'drizzle-orm'
import { requireMember, type ServiceContext } from '../../index.ts'
import { countReady, findForActor, importTrail, type ListingImportRecord } from './records.ts'

export interface DecideRepairsInput {
  id: string
  decision: RepairDecision
  /** All of a kind, or of a row, or of a kind in a row; all there are when both are left out. */
  code?: ListingImportProblemCode | undefined
  row?: number | undefined
}

/**
 * Accepts or refuses suggested repairs, of one row or all of a kind; a row is left out as long as one of its errors is
 * not accepted. Refuses with `listing_import.wrong_state` or `listing_import.no_such_repair`.
 */
export const decideRepairs = async (
  context: ServiceContext,
  { id, decision, code, row }: DecideRepairsInput,
): Promise<ListingImportRecord> => {
  const actor = requireMember(context)
  return inUnitOfWork(context, async ({ tx, audit }) => {
    // Held, so that no two decisions count the rows of each other's.
    await tx
      .select({ id: listingImports.id })
      .from(listingImports)
      .where(eq(listingImports.id, id))
      .for('update')
    const before = await findForActor(tx, actor, id, 'listing_import.repair')
    listingImportMachine.transition(before.state, 'repair')
    const problems = listingImportProblems
    const decided = await tx
      .update(problems)
      .set({ decision })
      .where(
        and(
          eq(problems.importId, id),
          isNotNull(problems.repair),
          ne(problems.decision, decision),
          code === undefined ? undefined : eq(problems.code, code),
          row === undefined ? undefined : eq(problems.row, row),
        ),
      )
    const count = decided.count
    if (count === 0) throw refuse('conflict', 'listing_import.no_such_repair')
    const readyCount = await countReady(tx, id)
    const [after] = await tx
      .update(listingImports)
      .set({ readyCount })
      .where(eq(listingImports.id, id))
      .returning()
    if (!after) throw refuse('not-found', 'listing_import.not_found')
    audit({
      ...importTrail(after),
      action: 'listing_import.repair',
      before: { readyCount: before.readyCount },
      after: { decision, code: code ?? null, row: row ?? null, count, readyCount },
    })
    return after
  })
}
