import { createHash } from 'node:crypto'
import { inUnitOfWork } from '@market/database'
import { registrationImports } from '@market/database/schema'
import { refuseFields } from '@market/domain'
import { authorize } from '@market/domain/policy'
import type { ImportFormat } from '@market/domain/registration'
import { requireMember, type ServiceContext } from '../../index.ts'
import { IMPORT_FACTS, type ImportRecord, importTrail } from './records.ts'

export const MAX_IMPORT_BYTES = 20 * 1024 * 1024

export interface CreateImportInput {
  fileName: string
  format: ImportFormat
  content: Uint8Array
  /** Where the contracts were registered. */
  source: string
}

const requireContent = ({ byteLength }: Uint8Array) => {
  if (byteLength === 0) throw refuseFields('file.empty', [{ path: 'file', code: 'file.empty' }])
  if (byteLength > MAX_IMPORT_BYTES) {
    const params = { maxBytes: MAX_IMPORT_BYTES }
    throw refuseFields('file.too_large', [{ path: 'file', code: 'file.too_large', params }])
  }
}

/**
 * Takes a file of contracts registered elsewhere or earlier, for the agency of the actor; the worker checks it row by
 * row and writes nothing to the register. Refuses with `file.empty` or `file.too_large` (20 MiB).
 */
export const createImport = async (
  context: ServiceContext,
  { fileName, format, content, source }: CreateImportInput,
): Promise<ImportRecord> => {
  const actor = requireMember(context)
  authorize(actor, 'import.create')
  requireContent(content)
  return inUnitOfWork(context, async ({ tx, now, audit, emit }) => {
    const [record] = await tx
      .insert(registrationImports)
      .values({
        id: context.ids.next(),
        agencyId: actor.organizationId,
        state: 'checking',
        fileName,
        format,
        content,
        source,
        sizeBytes: content.byteLength,
        sha256: createHash('sha256').update(content).digest('hex'),
        createdBy: actor.userId,
        createdAt: now,
      })
      .returning(IMPORT_FACTS)
    if (!record) throw new Error('The import was not stored.')
    audit({ ...importTrail(record), action: 'import.create', after: record })
    emit({ type: 'import.created', subjectId: record.id })
    return record
  })
}
