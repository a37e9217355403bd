import type { FileContent, FileStorage, StoredFile } from '@market/adapters/storage'
import type { Transaction, WorkContext } from '@market/database'
import { pendingObjects } from '@market/database/schema'
import { inArray } from 'drizzle-orm'

/** Writes to storage; the note that it does is committed before the first byte. */
export const putNoted = async (
  { db, clock }: Pick<WorkContext, 'db' | 'clock'>,
  storage: FileStorage,
  storageKey: string,
  content: FileContent,
): Promise<StoredFile> => {
  await db.insert(pendingObjects).values({ storageKey, begunAt: clock.now() })
  return storage.put(storageKey, content)
}

/** Takes the notes away with the transaction that records the bytes. */
export const settleObjects = async (tx: Transaction, keys: readonly string[]): Promise<void> => {
  if (keys.length > 0) await tx.delete(pendingObjects).where(inArray(pendingObjects.storageKey, [...keys]))
}

/** Bytes that nothing will record; where storage does not answer, the note stays for the next sweep. */
export const dropObjects = async (
  { db }: Pick<WorkContext, 'db'>,
  storage: FileStorage,
  keys: readonly string[],
): Promise<void> => {
  for (const key of keys) {
    await storage.delete(key)
    await db.delete(pendingObjects).where(inArray(pendingObjects.storageKey, [key]))
  }
}
