import type { RecordFiles } from '@market/adapters/records'
import type { FileStorage } from '@market/adapters/storage'
import { inUnitOfWork } from '@market/database'
import { listingImports } from '@market/database/schema'
import { MAX_LISTING_IMPORT_BYTES } from '@market/domain/listings'
import { authorize } from '@market/domain/policy'
import {
  cleanFileName,
  dropObjects,
  limitContent,
  putNoted,
  readHead,
  refuseFile,
  settleObjects,
} from '../../files/index.ts'
import { requireMember, type ServiceContext } from '../../index.ts'
import { foreignContentOf } from './foreign-content.ts'
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

const TOO_LARGE = 'listing_import.too_large'

/** The beginning of a file of records, and the whole of it. Refuses what is none before anything is stored. */
const openRecords = async (content: AsyncIterable<Uint8Array>, fileName: string) => {
  const { head, whole, close } = await readHead(
    limitContent(content, MAX_LISTING_IMPORT_BYTES, TOO_LARGE),
    HEAD_BYTES,
  )
  const foreign = await foreignContentOf(head)
  if (head.byteLength > 0 && foreign === null) return { head: head.subarray(0, HEAD_BYTES), whole }
  await close()
  if (head.byteLength === 0) throw refuseFile('file.empty')
  throw refuseFile(`listing_import.is_${foreign}`, { fileName })
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
 * has seen what is wrong with it. Refuses with `file.empty`, `listing_import.too_large` (64 MiB), or with what it is
 * instead of records (`listing_import.is_picture` and the like), by its content, whatever its name.
 */
export const createListingImport = async (
  context: ServiceContext,
  { storage, records }: ImportFiles,
  input: CreateListingImportInput,
): Promise<ListingImportRecord> => {
  const member = requireMember(context)
  authorize(member, 'listing_import.create')
  const id = context.ids.next()
  const storageKey = `listing-imports/${id}`
  const fileName = cleanFileName(input.fileName)
  const { head, whole } = await openRecords(input.content, fileName)
  try {
    const { byteSize, sha256 } = await putNoted(context, storage, storageKey, whole)
    return await recordImport(context, {
      id,
      organizationId: member.organizationId,
      state: 'reading',
      fileName,
      format: records.formatOf(head),
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
