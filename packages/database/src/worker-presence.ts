import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import type { Database } from './client.ts'

/** Of the two numbers of an advisory lock the first, so that no other lock of ours is taken for a worker's. */
const PRESENCE = 20_260
/** A worker takes its first job a moment before it has said that it is there. */
const SAID_WITHIN_S = 5

const AGAIN_AFTER_MS = 1000

export interface WorkerPresence {
  /** Once others can see that the worker is there. */
  seen: Promise<void>
  close(): Promise<void>
}

/**
 * Says that a worker is there until its process has ended in whatever way: by an advisory lock on a connection of its own,
 * which the database lets go of at that moment. When the connection breaks it is taken again as soon as may be; what was
 * released meanwhile is done twice. `workerId` is what the queue locks jobs by.
 */
export const openWorkerPresence = (url: string, workerId: string): WorkerPresence => {
  const state = { closing: false, holding: false, lost: false }
  const connection = postgres(url, {
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    onnotice: () => undefined,
    onclose: () => void hold(),
    connection: { application_name: 'market-worker-presence' },
  })
  const isHeld = async (): Promise<boolean> => {
    try {
      await connection`select pg_advisory_lock(${PRESENCE}, hashtext(${workerId}))`
      return true
    } catch {
      return false
    }
  }
  const hold = async (): Promise<void> => {
    state.lost = true
    if (state.holding) return
    state.holding = true
    while (state.lost && !state.closing) {
      state.lost = false
      if (await isHeld()) continue
      state.lost = true
      await wait(AGAIN_AFTER_MS, undefined, { ref: false })
    }
    state.holding = false
  }
  return {
    seen: hold(),
    close: async () => {
      state.closing = true
      await connection.end({ timeout: 5 })
    },
  }
}

/**
 * Gives back the jobs and queues that killed workers have locked; by itself the queue would wait four hours. Gives the
 * names of those workers.
 */
export const releaseJobsOfTheDead = async (db: Database): Promise<string[]> => {
  const [row] = await db.execute<{ workers: string[] | null }>(sql`
    with holders as materialized (
      select distinct locked_by from graphile_worker.jobs
      where locked_at < now() - make_interval(secs => ${SAID_WITHIN_S})
    ), dead as materialized (
      select locked_by from holders where pg_try_advisory_xact_lock(${PRESENCE}, hashtext(locked_by))
    ), released as materialized (
      select graphile_worker.force_unlock_workers(array_agg(locked_by)) from dead having count(*) > 0
    )
    select (select array_agg(locked_by) from dead) as workers from released`)
  return row?.workers ?? []
}
