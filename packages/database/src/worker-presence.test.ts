import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from './testing/index.ts'
import { openWorkerPresence, releaseJobsOfTheDead } from './worker-presence.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

/** A job that a worker has taken on so many seconds ago, in a queue of its own. */
const takenBy = async (workerId: string, seconds: number): Promise<void> => {
  await database.db.execute(sql`select graphile_worker.add_job('work', queue_name := ${workerId}::text)`)
  const taken = sql`set locked_by = ${workerId}, locked_at = now() - make_interval(secs => ${seconds})`
  await database.db.execute(sql`
    with queue as (
      update graphile_worker._private_job_queues ${taken} where queue_name = ${workerId} returning id
    )
    update graphile_worker._private_jobs ${taken} where job_queue_id = (select id from queue)`)
}

const lockedBy = async (): Promise<unknown[]> => {
  const rows = await database.db.execute(sql`
    select locked_by from graphile_worker._private_jobs where locked_by is not null
    union all select locked_by from graphile_worker._private_job_queues where locked_by is not null order by 1`)
  return rows.map((row) => row.locked_by)
}

describe('jobs of killed workers', () => {
  it('are given back with their queues once nobody is there for them, and those of living workers are not', async () => {
    const living = openWorkerPresence(database.url, 'worker-living')
    await living.seen
    await takenBy('worker-living', 600)
    await takenBy('worker-killed', 60)
    await takenBy('worker-beginning', 1)
    expect(await releaseJobsOfTheDead(database.db)).toEqual(['worker-killed'])
    const held = ['worker-beginning', 'worker-living']
    expect(await lockedBy()).toEqual(held.flatMap((worker) => [worker, worker]))
    expect(await releaseJobsOfTheDead(database.db)).toEqual([])
    await living.close()
    expect(await releaseJobsOfTheDead(database.db)).toEqual(['worker-living'])
    expect(await lockedBy()).toEqual(['worker-beginning', 'worker-beginning'])
  })

  it('are told from the living again after the connection that says so has broken', async () => {
    const presence = openWorkerPresence(database.url, 'worker-cut-off')
    await presence.seen
    await takenBy('worker-cut-off', 60)
    const holders = () =>
      database.db.execute<{ pid: number }>(sql`
        select pid from pg_locks join pg_stat_activity using (pid)
        where locktype = 'advisory' and granted and application_name = 'market-worker-presence'
          and datname = current_database()`)
    const [before] = await holders()
    await database.db.execute(sql`select pg_terminate_backend(${before?.pid})`)
    await expect.poll(async () => (await holders()).map(({ pid }) => pid !== before?.pid)).toEqual([true])
    expect(await releaseJobsOfTheDead(database.db)).not.toContain('worker-cut-off')
    await presence.close()
    expect(await releaseJobsOfTheDead(database.db)).toContain('worker-cut-off')
  })
})
