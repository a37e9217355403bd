import type { RecordFiles } from '@market/adapters/records'
import type { FileStorage } from '@market/adapters/storage'
import { inUnitOfWork } from '@market/database'
import { listingImports } from '@market/database/schema'
import { refuseFields } from '@market/domain'
import { MAX_LISTING_IMPORT_BYTES } from '@market/domain/listings'
import { authorize } from '@market/domain/policy'
import { cleanFileName, dropObjects, limitContent, putNoted, settleObjects } from '../../files/index.ts'
import { requireMember, type ServiceContext } from '../../index.ts'
import { importFacts, importTrail, type ListingImportRecord } from './records.ts'

export interface CreateListingImportInput {
  fileName: string
  content: AsyncIterable<Uint8Array>
}

/** What the upload is handed to: storage for its bytes, readers that know its format. */
export interface ImportFiles {
  storage: FileStorage
  records: RecordFiles
}

const HEAD_BYTES = 64 * 1024

/** Passes bytes on and keeps the first of them. */
const keepingHead = (content: AsyncIterable<Uint8Array>) => {
  const kept: Uint8Array[] = []
  let size = 0
  async function* passing(): AsyncGenerator<Uint8Array> {
    for await (const chunk of content) {
      if (size < HEAD_BYTES) kept.push(chunk)
      size += chunk.byteLength
      yield chunk
    }
  }
  return { passing: passing(), head: () => Buffer.concat(kept).subarray(0, HEAD_BYTES) }
}

const recordImport = (
  context: ServiceContext,
  values: typeof listingImports.$inferInsert,
): Promise<ListingImportRecord> =>
  inUnitOfWork(context, async ({ tx, audit, emit }) => {
    const [record] = await tx.insert(listingImports).values(values).returning()
    if (!record) throw new Error('The import was not stored.')
    await settleObjects(tx, [record.storageKey])
    audit({ ...importTrail(record), action: 'listing_import.create', after: importFacts(record) })
    emit({ type: 'listing_import.waiting', subjectId: record.id })
    return record
  })

/** Refused before a byte is received: a stranger's upload is not worth it. */
export const requireImporter = (context: ServiceContext): void =>
  authorize(requireMember(context), 'listing_import.create')

/**
 * Takes a file of results for the acting organization; the worker reads it, and nothing becomes a draft before somebody
 * has seen what is wrong with it. Refuses with `file.empty` or `file.too_large` (64 MiB).
 */
export const createListingImport = async (
  context: ServiceContext,
  { storage, records }: ImportFiles,
  { fileName, content }: CreateListingImportInput,
): Promise<ListingImportRecord> => {
  const member = requireMember(context)
  authorize(member, 'listing_import.create')
  const id = context.ids.next()
  const storageKey = `listing-imports/${id}`
  const { passing, head } = keepingHead(limitContent(content, MAX_LISTING_IMPORT_BYTES))
  try {
    const { byteSize, sha256 } = await putNoted(context, storage, storageKey, passing)
    if (byteSize === 0) throw refuseFields('file.empty', [{ path: 'file', code: 'file.empty' }])
    return await recordImport(context, {
      id,
      organizationId: member.organizationId,
      state: 'reading',
      fileName: cleanFileName(fileName),
      format: records.formatOf(head()),
      sizeBytes: byteSize,
      sha256,
      storageKey,
      createdBy: member.userId,
      createdAt: context.clock.now(),
    })
  } catch (error) {
    // What cannot be freed now is freed by the sweep.
    await dropObjects(context, storage, [storageKey]).catch(() => undefined)
    throw error
  }
}
