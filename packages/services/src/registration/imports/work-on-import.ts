import type { TableFiles } from '@market/adapters/tables'
import { registrationImports } from '@market/database/schema'
import type { Actor } from '@market/domain'
import { eq } from 'drizzle-orm'
import type { ServiceContext } from '../../index.ts'

/** What the worker brings along. */
export type ImportContext = Omit<ServiceContext, 'actor' | 'requestId' | 'locale'> & { tables: TableFiles }

/** The worker speaks for whoever uploaded or committed the file; the trail names them. */
export const contextFor = (
  context: ImportContext,
  importId: string,
  userId: string,
  agencyId: string,
): ServiceContext => {
  const actor: Actor = {
    userId,
    organizationId: agencyId,
    organizationKind: 'agency',
    organizationState: 'verified',
    organizationRegionCode: null,
    roles: [],
  }
  return { ...context, actor, requestId: `import ${importId}`, locale: 'zh-CN' }
}

/** The file as it was uploaded. */
export const readContent = async ({ db }: Pick<ServiceContext, 'db'>, id: string): Promise<Uint8Array> => {
  const [row] = await db
    .select({ content: registrationImports.content })
    .from(registrationImports)
    .where(eq(registrationImports.id, id))
  if (!row) throw new Error(`Import ${id} is missing.`)
  return row.content
}
