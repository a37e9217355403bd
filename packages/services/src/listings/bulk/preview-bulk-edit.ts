import type { ServiceContext } from '../../index.ts'
import type { BulkEditInput } from './apply-bulk-edit.ts'
import type { BulkOutcome } from './bulk-change.ts'
import { readChosen, tryChange } from './try-change.ts'

/** Carries a result out of a transaction that must not be committed. */
class Undone extends Error {
  readonly outcome: BulkOutcome

  constructor(outcome: BulkOutcome) {
    super('a preview is undone')
    this.outcome = outcome
  }
}

const rehearse = async (context: ServiceContext, work: (inside: ServiceContext) => Promise<BulkOutcome>) => {
  try {
    return await context.db.transaction(async (tx) => {
      throw new Undone(await work({ ...context, db: tx }))
    })
  } catch (error) {
    if (error instanceof Undone) return error.outcome
    throw error
  }
}

/**
 * What a bulk edit would do to each listing: every part is really done and undone again, so that the preview cannot know
 * other rules than the edit. Refuses with `listing.not_found`.
 */
export const previewBulkEdit = async (
  context: ServiceContext,
  { ids, change }: BulkEditInput,
): Promise<BulkOutcome[]> => {
  const { rows } = await readChosen(context, ids)
  const outcomes: BulkOutcome[] = []
  for (const listing of rows) {
    outcomes.push(await rehearse(context, (inside) => tryChange(inside, listing, change)))
  }
  return outcomes
}
