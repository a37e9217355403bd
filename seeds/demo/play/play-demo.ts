import type { FileContent, FileStorage } from '@market/adapters/storage'
import type { Database } from '@market/database'
import { organizations } from '@market/database/schema'
import { eq, sql } from 'drizzle-orm'
import { DEMO_OPERATOR } from '../organizations.ts'
import { createDemoCalendar, instantOn } from './calendar.ts'
import { dealSteps } from './deal-steps.ts'
import { listingSteps } from './listing-steps.ts'
import { organizationSteps } from './organization-steps.ts'
import { requestSteps } from './request-steps.ts'
import { Stage, type Step } from './stage.ts'

export interface DemoOptions {
  db: Database
  storage: FileStorage
  /** The present: nothing is played later than the day before. */
  asOf: Date
  onProgress?: (done: number, total: number) => void
}

const inOrder = (steps: readonly Step[]): Step[] =>
  steps.toSorted((left, right) => left.on.localeCompare(right.on) || left.minute - right.minute)

const playAll = async (stage: Stage, { asOf, onProgress }: DemoOptions): Promise<void> => {
  const realDay = createDemoCalendar(asOf)
  const steps = inOrder([
    ...organizationSteps(stage),
    ...listingSteps(stage),
    ...requestSteps(stage),
    ...dealSteps(stage, realDay),
  ])
  for (const [index, { on, minute, run }] of steps.entries()) {
    stage.moveTo(instantOn(realDay(on), minute))
    await run()
    onProgress?.(index + 1, steps.length)
  }
}

/** Keeps note of what was stored, to take it away again should the play break off. */
const notingStorage = (storage: FileStorage) => {
  const keys: string[] = []
  const put = (key: string, content: FileContent) => {
    keys.push(key)
    return storage.put(key, content)
  }
  const clear = () => Promise.all(keys.map((key) => storage.delete(key)))
  return { storage: { ...storage, put }, clear }
}

const isPlayed = async (db: Database): Promise<boolean> => {
  const [found] = await db
    .select({ id: organizations.id })
    .from(organizations)
    .where(eq(organizations.creditCode, DEMO_OPERATOR.creditCode))
  return found !== undefined
}

/**
 * Plays the sample market through the verbs people use, on their business days. One transaction: it is there whole or
 * not at all; playing it again does nothing. Returns whether it was played.
 */
export const playDemo = async (options: DemoOptions): Promise<boolean> => {
  const { storage, clear } = notingStorage(options.storage)
  try {
    return await options.db.transaction(async (tx) => {
      if (await isPlayed(tx)) return false
      await playAll(new Stage({ db: tx, storage }), options)
      // What happened years ago is news to nobody: no mail goes out for it, and the search index is built at once.
      await tx.execute(sql`
        select graphile_worker.complete_jobs(array_agg(id)) from graphile_worker._private_jobs where created_at = now()`)
      return true
    })
  } catch (error) {
    await clear()
    throw error
  }
}
