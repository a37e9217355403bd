import { type Database, prepared, type Transaction } from '@market/database'
import { files } from '@market/database/schema'
import { refuseFields } from '@market/domain'
import type { FilePurpose } from '@market/domain/codes'
import { and, eq, sql } from 'drizzle-orm'
import type { FileRecord } from './store-file.ts'

export type FileFacts = Pick<
  FileRecord,
  'name' | 'mediaType' | 'sizeBytes' | 'sha256' | 'width' | 'height' | 'durationMs'
>

const someFiles = prepared((db) =>
  db
    .select()
    .from(files)
    .where(sql`${files.id} = any(${sql.placeholder('ids')})`)
    .prepare('some_files'),
)

/** Attachments with what is known of their files. */
export const withFileFacts = async <A extends { fileId: string }>(
  db: Database | Transaction,
  attachments: readonly A[],
): Promise<(A & FileFacts)[]> => {
  if (attachments.length === 0) return []
  const ids = attachments.map(({ fileId }) => fileId)
  const rows = await someFiles(db).execute({ ids })
  const byId = new Map(rows.map((row) => [row.id, row]))
  return attachments.flatMap((attachment) => {
    const file = byId.get(attachment.fileId)
    if (!file) return []
    const { name, mediaType, sizeBytes, sha256, width, height, durationMs } = file
    return [{ ...attachment, name, mediaType, sizeBytes, sha256, width, height, durationMs }]
  })
}

interface Attaching {
  organizationId: string
  purpose: FilePurpose
  fileId: string
  altZh: string
  altEn: string
  /** Others than its owner will see it, and some of them not with their eyes. */
  shown: boolean
}

/**
 * Refuses with `request.invalid` a file that is not the organization's or was uploaded for something else
 * (`file.not_found`), and a picture nobody has described (`picture.alt_required`).
 */
export const assertAttachable = async (tx: Transaction, attaching: Attaching): Promise<void> => {
  const { organizationId, purpose, fileId, altZh, altEn, shown } = attaching
  const itsOwn = and(eq(files.organizationId, organizationId), eq(files.purpose, purpose))
  const [file] = await tx
    .select({ mediaType: files.mediaType })
    .from(files)
    .where(and(eq(files.id, fileId), itsOwn))
  if (!file) throw refuseFields('request.invalid', [{ path: 'fileId', code: 'file.not_found' }])
  if (file.mediaType.startsWith('image/') && shown && altZh === '' && altEn === '') {
    throw refuseFields('request.invalid', [{ path: 'altZh', code: 'picture.alt_required' }])
  }
}
