import { inUnitOfWork, type Transaction } from '@market/database'
import { registrationImports } from '@market/database/schema'
import { refuse } from '@market/domain'
import { type Action, authorize } from '@market/domain/policy'
import { type ImportCommand, type ImportState, importMachine } from '@market/domain/registration'
import { and, eq } from 'drizzle-orm'
import { requireMember, type ServiceContext } from '../../index.ts'
import { findImport, IMPORT_FACTS, type ImportRecord, importTrail, relationsToImport } from './records.ts'

type ImportChange = Partial<Omit<typeof registrationImports.$inferInsert, 'content'>>

/** Moves an import on if nobody moved it meanwhile; null if somebody did. */
export const moveImport = async (
  tx: Transaction | ServiceContext['db'],
  { id, state }: Pick<ImportRecord, 'id' | 'state'>,
  change: ImportChange & { state: ImportState },
): Promise<ImportRecord | null> => {
  const [moved] = await tx
    .update(registrationImports)
    .set(change)
    .where(and(eq(registrationImports.id, id), eq(registrationImports.state, state)))
    .returning(IMPORT_FACTS)
  return moved ?? null
}

const stepImport = async (
  context: ServiceContext,
  id: string,
  action: Action,
  commandFor: (before: ImportRecord) => ImportCommand,
  event: string,
): Promise<ImportRecord> => {
  const actor = requireMember(context)
  return inUnitOfWork(context, async ({ tx, now, audit, emit }) => {
    const before = await findImport({ db: tx }, id)
    authorize(actor, action, relationsToImport(actor, before))
    const command = commandFor(before)
    const state = importMachine.transition(before.state, command)
    if (command === 'commit' && before.errorCount > 0) {
      throw refuse('precondition', 'import.has_errors', { errorCount: before.errorCount })
    }
    const change = {
      ...(command === 'commit' ? { committedBy: actor.userId } : {}),
      ...(state === 'cancelled' ? { finishedAt: now } : {}),
    }
    const after = await moveImport(tx, before, { ...change, state })
    if (!after) throw refuse('conflict', 'import.changed_meanwhile')
    audit({ ...importTrail(after), action, before, after })
    emit({ type: event, subjectId: id })
    return after
  })
}

/**
 * Hands a checked file to the worker, which enters all of its rows or none. Refuses with `import.wrong_state` or
 * `import.has_errors`.
 */
export const commitImport = (context: ServiceContext, id: string): Promise<ImportRecord> =>
  stepImport(context, id, 'import.commit', () => 'commit', 'import.committed')

/** Gives a file up; what is running stops at its next step and leaves nothing. Refuses with `import.wrong_state`. */
export const cancelImport = (context: ServiceContext, id: string): Promise<ImportRecord> =>
  stepImport(
    context,
    id,
    'import.cancel',
    ({ state }) => (state === 'running' ? 'ask_to_stop' : 'cancel'),
    'import.cancelled',
  )
