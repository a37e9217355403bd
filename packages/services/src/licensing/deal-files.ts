import type { Database, Transaction } from '@market/database'
import { files, requestFiles } from '@market/database/schema'
import { refuseFields } from '@market/domain'
import { MAX_DEAL_FILES } from '@market/domain/licensing'
import { and, asc, eq, inArray } from 'drizzle-orm'
import type { MemberActor } from '../index.ts'

export type DealFileRow = typeof files.$inferSelect

/**
 * Files the actor's organization uploaded for a deal, named by their ids. Refuses with `request.invalid`
 * (`file.not_found`, `request.too_many_files`).
 */
export const requireDealFiles = async (
  tx: Transaction,
  { organizationId }: MemberActor,
  fileIds: readonly string[],
): Promise<string[]> => {
  const ids = [...new Set(fileIds)]
  if (ids.length === 0) return ids
  if (ids.length > MAX_DEAL_FILES) {
    const params = { max: MAX_DEAL_FILES }
    throw refuseFields('request.invalid', [{ path: 'fileIds', code: 'request.too_many_files', params }])
  }
  const found = await tx
    .select({ id: files.id })
    .from(files)
    .where(
      and(
        inArray(files.id, ids),
        eq(files.organizationId, organizationId),
        eq(files.purpose, 'deal_document'),
      ),
    )
  if (found.length < ids.length) {
    throw refuseFields('request.invalid', [{ path: 'fileIds', code: 'file.not_found' }])
  }
  return ids
}

export interface DealFileOfMessage {
  file: DealFileRow
  /** Null: it came with the request itself. */
  messageId: string | null
}

/** Files of a request and its talks, in the order they were named. */
export const filesOfRequest = (db: Database, requestId: string): Promise<DealFileOfMessage[]> =>
  db
    .select({ file: files, messageId: requestFiles.messageId })
    .from(requestFiles)
    .innerJoin(files, eq(files.id, requestFiles.fileId))
    .where(eq(requestFiles.requestId, requestId))
    .orderBy(asc(requestFiles.position))

/** Files named by a draft, in its order; those that are gone are left out. */
export const filesNamed = async (db: Database, ids: readonly string[]): Promise<DealFileRow[]> => {
  if (ids.length === 0) return []
  const rows = await db
    .select()
    .from(files)
    .where(inArray(files.id, [...ids]))
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? [])
}
