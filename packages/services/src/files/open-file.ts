import type { Readable } from 'node:stream'
import type { FileStorage } from '@market/adapters/storage'
import { files } from '@market/database/schema'
import { refuse } from '@market/domain'
import { eq } from 'drizzle-orm'
import type { ServiceContext } from '../index.ts'
import { mayReadFile } from './may-read-file.ts'
import type { FileRecord } from './store-file.ts'

export interface OpenedFile {
  file: FileRecord
  content: Readable
}

/** Refuses with `file.not_found`, also where the file exists and is not for this reader. */
export const openFile = async (
  context: ServiceContext,
  storage: FileStorage,
  id: string,
): Promise<OpenedFile> => {
  const [file] = await context.db.select().from(files).where(eq(files.id, id))
  if (!file || !(await mayReadFile(context, file))) throw refuse('not-found', 'file.not_found')
  const content = await storage.get(file.storageKey)
  if (!content) throw new Error(`The bytes of file ${id} are missing from storage.`)
  return { file, content }
}
