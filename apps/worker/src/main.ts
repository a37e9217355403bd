import { run } from 'graphile-worker'
import { compose } from './composition.ts'
import { readConfig } from './config.ts'
import { createLogger } from './create-logger.ts'
import { buildTaskList, CRONTAB } from './jobs/index.ts'

const STOP_WITHIN_MS = 15_000

const config = readConfig(process.env)
const { context, close } = compose(config)
const runner = await run({
  connectionString: config.DATABASE_URL,
  concurrency: config.WORKER_CONCURRENCY,
  noHandleSignals: true,
  taskList: buildTaskList(context),
  crontab: CRONTAB,
  logger: createLogger(config.LOG_LEVEL, (line) => console.log(line)),
})

let stopping = false
const stop = async (code: number): Promise<void> => {
  if (stopping) return
  stopping = true
  // A job that hangs must not keep the machine from shutting down; the queue gives it to somebody else later.
  setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref()
  await runner.stop().catch(() => {})
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
process.send?.({ ready: true })

// The runner ends by itself only when something is wrong: whoever started us starts us anew.
await runner.promise.catch((error) => console.error(error))
await stop(1)
