import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { type FileContent, type FileStorage, requireStorageKey, type StoredFile } from './file-storage.ts'
import { measureContent } from './measure-content.ts'

/** Files in a folder of this machine. */
export const createLocalStorage = (folder: string): FileStorage => {
  const pathOf = (key: string) => join(folder, ...requireStorageKey(key).split('/'))
  return {
    put: (key, content) => putFile(pathOf(key), content),
    get: async (key, range) => (await openExisting(pathOf(key)))?.createReadStream(range) ?? null,
    delete: async (key) => {
      await rm(pathOf(key), { force: true })
      await rm(unfinishedOf(pathOf(key)), { force: true })
    },
  }
}

/** A leading dot is no storage key: nobody can ask for an unfinished file, but deleting the key finds it. */
const unfinishedOf = (path: string): string => join(dirname(path), `.${basename(path)}`)

const putFile = async (path: string, content: FileContent): Promise<StoredFile> => {
  const unfinished = unfinishedOf(path)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  // Fails where somebody else is writing to the same key, whose bytes then are theirs to clean up.
  const file = await open(unfinished, 'wx', 0o600)
  try {
    const stored = await writeAndFlush(file, content)
    await rename(unfinished, path)
    await flushFolder(dirname(path))
    return stored
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}

const writeAndFlush = async (file: FileHandle, content: FileContent): Promise<StoredFile> => {
  const { chunks, result } = measureContent(content)
  try {
    await file.writeFile(chunks)
    await file.sync()
  } finally {
    await file.close()
  }
  return result()
}

/** The new name lives in the folder, which has a cache of its own; Windows cannot flush folders. */
const flushFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const openExisting = async (path: string): Promise<FileHandle | null> => {
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null
    throw error
  })
  if (!file || (await file.stat()).isFile()) return file
  await file.close()
  return null
}
