import { registrationImports } from '@market/database/schema'
import { type Actor, refuse } from '@market/domain'
import { type Relation, relationsTo } from '@market/domain/policy'
import { eq, getTableColumns } from 'drizzle-orm'
import type { ServiceContext } from '../../index.ts'

const { content: _content, ...facts } = getTableColumns(registrationImports)
/** Everything of an import but the file itself. */
export const IMPORT_FACTS = facts
export type ImportRecord = Omit<typeof registrationImports.$inferSelect, 'content'>

export const relationsToImport = (actor: Actor, { agencyId }: ImportRecord): Relation[] =>
  relationsTo(actor, { agencyOrganizationId: agencyId })

/** Refuses with `import.not_found`. */
export const findImport = async ({ db }: Pick<ServiceContext, 'db'>, id: string): Promise<ImportRecord> => {
  const [row] = await db.select(IMPORT_FACTS).from(registrationImports).where(eq(registrationImports.id, id))
  if (!row) throw refuse('not-found', 'import.not_found')
  return row
}

/** What the trail keeps of an import. */
export const importTrail = ({ id, agencyId }: ImportRecord) => ({
  subjectType: 'import',
  subjectId: id,
  organizationId: agencyId,
})
