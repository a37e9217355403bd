import type { Transaction } from '@market/database'
import { files } from '@market/database/schema'
import type { FieldProblem } from '@market/domain'
import type { FilePurpose } from '@market/domain/codes'
import { and, eq } from 'drizzle-orm'
import type { MemberActor } from '../index.ts'

/** The problem of a file that is not one's own, not there or, where a purpose is asked for, stored for another. */
export const ownFileProblems = async (
  tx: Transaction,
  { organizationId }: MemberActor,
  { fileId, path, purpose }: { fileId: string | null; path: string; purpose?: FilePurpose },
): Promise<FieldProblem[]> => {
  if (fileId === null) return []
  const meant = purpose === undefined ? undefined : eq(files.purpose, purpose)
  const [file] = await tx
    .select({ id: files.id })
    .from(files)
    .where(and(eq(files.id, fileId), eq(files.organizationId, organizationId), meant))
  return file ? [] : [{ path, code: 'file.not_found' }]
}
