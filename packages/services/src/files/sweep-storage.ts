import type { FileStorage } from '@market/adapters/storage'
import type { WorkContext } from '@market/database'
import { fileRenditions, files, listingImports, pendingObjects } from '@market/database/schema'
import { asc, eq, lt } from 'drizzle-orm'
import { union } from 'drizzle-orm/pg-core'
import { dropObjects } from './pending-objects.ts'

/** No upload takes this long: the largest is a video of 100 MiB. */
const GRACE_MS = 24 * 60 * 60 * 1000
const AT_ONCE = 500

const isRecorded = async ({ db }: WorkContext, key: string): Promise<boolean> => {
  const found = await union(
    db.select({ key: files.storageKey }).from(files).where(eq(files.storageKey, key)),
    db
      .select({ key: fileRenditions.storageKey })
      .from(fileRenditions)
      .where(eq(fileRenditions.storageKey, key)),
    db
      .select({ key: listingImports.storageKey })
      .from(listingImports)
      .where(eq(listingImports.storageKey, key)),
  )
  return found.length > 0
}

/**
 * Frees what an upload left in storage when the process ended between the bytes and their record, a day after it
 * began. Only places this installation has noted are touched, so that two of them can share a bucket. Gives their number.
 */
export const sweepStorage = async (context: WorkContext, storage: FileStorage): Promise<number> => {
  const limit = new Date(context.clock.now().getTime() - GRACE_MS)
  const left = await context.db
    .select({ key: pendingObjects.storageKey })
    .from(pendingObjects)
    .where(lt(pendingObjects.begunAt, limit))
    .orderBy(asc(pendingObjects.begunAt))
    .limit(AT_ONCE)
  let freed = 0
  for (const { key } of left) {
    // Never true as long as every record is written with its note: bytes that somebody can ask for are not put at risk.
    if (await isRecorded(context, key)) continue
    await dropObjects(context, storage, [key])
    freed += 1
  }
  return freed
}
