import { readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { openDatabase } from '@market/database'
import type { SearchEngine } from '@market/search'
import { systemIds } from '@market/services'
import { makeActor, makeListing } from '@market/services/testing'
import { line, percentile } from '../measure.ts'
import { peakMemoryOf, startWorker } from '../watch-worker.ts'

const TIMES = 40
const GIVEN_UP_MS = 30_000

const isFound = async (engine: SearchEngine, text: string): Promise<boolean> => {
  const asked = { text, filters: {}, sort: 'relevance', limit: 1, locale: 'zh-CN', facets: [] } as const
  return (await engine.search({ ...asked, count: false, fragments: false })).hits.length > 0
}

/** Milliseconds from the commit of a change, with the event a unit of work leaves, until a search finds it. */
const publish = async (
  { sql, db }: ReturnType<typeof openDatabase>,
  engine: SearchEngine,
  owner: Awaited<ReturnType<typeof makeActor>>,
  index: number,
): Promise<number> => {
  const listing = await makeListing(db, owner)
  const word = `zq${index}published`
  const event = systemIds.next()
  await sql.begin(async (tx) => {
    await tx`update listings set title_en = ${word} where id = ${listing}`
    await tx`
      insert into events (id, type, subject_id, payload, occurred_at)
      values (${event}, 'listing.published', ${listing}, '{}', now())`
    await tx`select graphile_worker.add_job('deliver', json_build_object('eventId', ${event}::text))`
  })
  const begun = performance.now()
  while (!(await isFound(engine, word))) {
    if (performance.now() - begun > GIVEN_UP_MS) throw new Error(`${word} was never found.`)
    await pause(10)
  }
  return performance.now() - begun
}

/** Memory of the database server's processes, shared memory counted once, in MB (Linux). */
const memoryOfServer = async (pid: number): Promise<number> => {
  const children = (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')).trim().split(' ')
  const held = await Promise.all(
    [String(pid), ...children].map(async (process) => {
      const rollup = await readFile(`/proc/${process}/smaps_rollup`, 'utf8').catch(() => '')
      return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0)
    }),
  )
  return held.reduce((sum, kilobytes) => sum + kilobytes, 0) / 1024
}

/** From publication to being found, through outbox and worker, with what worker and database then hold. */
export const measurePublishing = async (
  title: string,
  url: string,
  { engine, data, serverPid }: { engine: SearchEngine; data: string; serverPid: number },
): Promise<void> => {
  const database = openDatabase(url, { applicationName: 'bench-search' })
  const worker = await startWorker(url, data)
  try {
    const owner = await makeActor(database.db, 'university')
    const taken: number[] = []
    for (let index = 0; index < TIMES; index += 1)
      taken.push(await publish(database, engine, owner, index + Date.now()))
    for (const share of [0.5, 0.95, 0.99])
      line(
        `${title}: published until found p${share * 100}`,
        percentile(taken, share),
        'ms',
        share === 0.95 ? '≤ 1000' : undefined,
      )
    line(`${title}: peak memory of the worker`, await peakMemoryOf(worker.pid), 'MB')
    line(`${title}: memory of the database`, await memoryOfServer(serverPid), 'MB')
  } finally {
    await worker.stop()
    await database.close()
  }
}
