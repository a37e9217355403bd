import { registrationImportProblems, registrationImports } from '@market/database/schema'
import { authorize, may } from '@market/domain/policy'
import { type ImportCommand, importMachine } from '@market/domain/registration'
import { and, asc, desc, eq, gt, sql } from 'drizzle-orm'
import {
  decodeCursor,
  decodeInstantCursor,
  type Page,
  pageOf,
  requireMember,
  type ServiceContext,
} from '../../index.ts'
import { findImport, IMPORT_FACTS, type ImportRecord, relationsToImport } from './records.ts'

export type ImportProblemRecord = typeof registrationImportProblems.$inferSelect
export type ImportAction = 'import.commit' | 'import.cancel'

export interface ImportView {
  record: ImportRecord
  actions: ImportAction[]
}

const allows = ({ state }: ImportRecord, ...commands: ImportCommand[]): boolean =>
  commands.some((command) => importMachine.allows(state, command))

/** One import as it stands now: what it found, how far it is. Refuses with `import.not_found`. */
export const getImport = async (context: ServiceContext, id: string): Promise<ImportView> => {
  const actor = requireMember(context)
  const record = await findImport(context, id)
  const relations = relationsToImport(actor, record)
  authorize(actor, 'import.read', relations)
  const commits =
    record.errorCount === 0 && allows(record, 'commit') && may(actor, 'import.commit', relations)
  const cancels = allows(record, 'cancel', 'ask_to_stop') && may(actor, 'import.cancel', relations)
  return {
    record,
    actions: [
      ...(commits ? (['import.commit'] as const) : []),
      ...(cancels ? (['import.cancel'] as const) : []),
    ],
  }
}

export interface PageInput {
  cursor?: string | undefined
  limit: number
}

/** Imports of the actor's agency, of all for operator and authority; newest first. */
export const listImports = async (
  context: ServiceContext,
  { cursor, limit }: PageInput,
): Promise<Page<ImportRecord>> => {
  const actor = requireMember(context)
  authorize(actor, 'import.list')
  const seesAll = may(actor, 'import.read', [])
  const { agencyId, createdAt, id } = registrationImports
  const after = cursor === undefined ? undefined : decodeInstantCursor(cursor)
  const rows = await context.db
    .select(IMPORT_FACTS)
    .from(registrationImports)
    .where(
      and(
        seesAll ? undefined : eq(agencyId, actor.organizationId),
        after && sql`(${createdAt}, ${id}) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`,
      ),
    )
    .orderBy(desc(createdAt), desc(id))
    .limit(limit + 1)
  return pageOf(rows, limit, (row) => [row.createdAt.toISOString(), row.id])
}

/** What the check found, in the order of the file. Refuses with `import.not_found`. */
export const listImportProblems = async (
  context: ServiceContext,
  id: string,
  { cursor, limit }: PageInput,
): Promise<Page<ImportProblemRecord>> => {
  await getImport(context, id)
  const { importId, position } = registrationImportProblems
  const after = cursor === undefined ? 0 : Number(decodeCursor(cursor, 1)[0])
  const rows = await context.db
    .select()
    .from(registrationImportProblems)
    .where(and(eq(importId, id), gt(position, Number.isSafeInteger(after) ? after : 0)))
    .orderBy(asc(position))
    .limit(limit + 1)
  return pageOf(rows, limit, (row) => [String(row.position)])
}
