import type { Readable } from 'node:stream'
import type { ByteRange, FileStorage } from '@market/adapters/storage'
import { fileRenditions, files, type Rendition } from '@market/database/schema'
import { refuse } from '@market/domain'
import { and, eq } from 'drizzle-orm'
import type { ServiceContext } from '../index.ts'
import { mayReadFile } from './may-read-file.ts'
import type { FileRecord } from './store-file.ts'

export interface OpenedFile {
  file: FileRecord
  content: Readable
}

/** The record, for readers. Refuses with `file.not_found`, also where the file exists and is not for this reader. */
export const findFile = async (context: ServiceContext, id: string): Promise<FileRecord> => {
  const [file] = await context.db.select().from(files).where(eq(files.id, id))
  if (!file || !(await mayReadFile(context, file))) throw refuse('not-found', 'file.not_found')
  return file
}

const bytesOf = async (storage: FileStorage, key: string, range?: ByteRange): Promise<Readable> => {
  const content = await storage.get(key, range)
  if (!content) throw new Error(`The bytes of ${key} are missing from storage.`)
  return content
}

/** The bytes of a file, or some of them. Refuses as `findFile` does. */
export const openFile = async (
  context: ServiceContext,
  storage: FileStorage,
  id: string,
): Promise<OpenedFile> => {
  const file = await findFile(context, id)
  return { file, content: await bytesOf(storage, file.storageKey) }
}

/** Part of a file that was found already. */
export const openPart = (storage: FileStorage, file: FileRecord, range: ByteRange): Promise<Readable> =>
  bytesOf(storage, file.storageKey, range)

export interface OpenedRendition extends OpenedFile {
  rendition: typeof fileRenditions.$inferSelect
}

/** A smaller picture of a picture. Refuses with `file.not_found`, also where there is none of that size. */
export const openRendition = async (
  context: ServiceContext,
  storage: FileStorage,
  { id, size }: { id: string; size: Rendition },
): Promise<OpenedRendition> => {
  const file = await findFile(context, id)
  const [rendition] = await context.db
    .select()
    .from(fileRenditions)
    .where(and(eq(fileRenditions.fileId, id), eq(fileRenditions.rendition, size)))
  if (!rendition) throw refuse('not-found', 'file.not_found')
  return { file, rendition, content: await bytesOf(storage, rendition.storageKey) }
}
