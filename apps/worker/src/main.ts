import { EventEmitter } from 'node:events'
import { openWorkerPresence, type WorkerPresence } from '@market/database'
import { run, type WorkerEvents } from 'graphile-worker'
import { compose } from './composition.ts'
import { readConfig } from './config.ts'
import { createLogger } from './create-logger.ts'
import { buildTaskList, CRONTAB } from './jobs/index.ts'

const STOP_WITHIN_MS = 15_000
const RELEASE_AFTER_MS = 6000

const config = readConfig(process.env)
const { context, close } = compose(config)
let presence: WorkerPresence | undefined
const events: WorkerEvents = new EventEmitter()
// The queue locks jobs by the name of the pool, whichever of its workers does them.
events.on('pool:create', ({ workerPool }) => {
  presence = openWorkerPresence(config.DATABASE_URL, workerPool.id)
})
const runner = await run({
  connectionString: config.DATABASE_URL,
  concurrency: config.WORKER_CONCURRENCY,
  noHandleSignals: true,
  taskList: buildTaskList(context),
  crontab: CRONTAB,
  events,
  logger: createLogger(config.LOG_LEVEL, (line) => console.log(line)),
})

let stopping = false
const stop = async (code: number): Promise<void> => {
  if (stopping) return
  stopping = true
  // A job that hangs must not keep the machine from shutting down; it is released then as a killed worker's is.
  setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref()
  await runner.stop().catch(() => {})
  await presence?.close()
  await close()
  process.exit(code)
}

process.on('SIGINT', () => stop(0))
process.on('SIGTERM', () => stop(0))
// Started by another process: without it nobody would be left to stop this one.
process.on('disconnect', () => stop(0))
// What was missed while nobody worked need not wait for the next full minute.
await runner.addJob(
  'work_off_search_backlog',
  {},
  {
    jobKey: 'search_backlog',
    queueName: 'search_backlog',
    maxAttempts: 3,
  },
)
// A worker that was killed just before can by then be told from the living.
await runner.addJob(
  'release_jobs_of_the_dead',
  {},
  { jobKey: 'jobs_of_the_dead', runAt: new Date(Date.now() + RELEASE_AFTER_MS) },
)
process.send?.({ ready: true })

// The runner ends by itself only when something is wrong: whoever started us starts us anew.
await runner.promise.catch((error) => console.error(error))
await stop(1)
