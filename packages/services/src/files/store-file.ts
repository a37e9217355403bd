import type { FileStorage } from '@market/adapters/storage'
import { inUnitOfWork } from '@market/database'
import { files } from '@market/database/schema'
import { type FilePurpose, MAX_FILE_BYTES } from '@market/domain/codes'
import { authorize } from '@market/domain/policy'
import { requireMember, type ServiceContext } from '../index.ts'
import { detectContent, limitContent } from './detect-content.ts'
import { cleanFileName } from './file-name.ts'

export type FileRecord = typeof files.$inferSelect

export interface StoreFileInput {
  name: string
  purpose: FilePurpose
  content: AsyncIterable<Uint8Array>
}

const recordFile = (context: ServiceContext, file: FileRecord): Promise<FileRecord> =>
  inUnitOfWork(context, async ({ tx, audit }) => {
    await tx.insert(files).values(file)
    const { id, organizationId, storageKey: _, ...facts } = file
    audit({ action: 'file.upload', subjectType: 'file', subjectId: id, organizationId, after: facts })
    return file
  })

/**
 * Streams a file into storage, then records it for the acting organization; nothing stays behind when either
 * fails. Refuses with `file.empty`, `file.type_not_allowed` or `file.too_large` (20 MiB).
 */
export const storeFile = async (
  context: ServiceContext,
  storage: FileStorage,
  input: StoreFileInput,
): Promise<FileRecord> => {
  const member = requireMember(context)
  authorize(member, 'file.upload')
  const { mediaType, content, close } = await detectContent(input.content, input.purpose)
  const id = context.ids.next()
  const storageKey = `files/${id}`
  try {
    const stored = await storage.put(storageKey, limitContent(content, MAX_FILE_BYTES))
    return await recordFile(context, {
      id,
      organizationId: member.organizationId,
      purpose: input.purpose,
      name: cleanFileName(input.name),
      mediaType,
      sizeBytes: stored.byteSize,
      sha256: stored.sha256,
      storageKey,
      createdBy: member.userId,
      createdAt: context.clock.now(),
    })
  } catch (error) {
    await storage.delete(storageKey).catch(() => undefined)
    throw error
  } finally {
    await close()
  }
}
