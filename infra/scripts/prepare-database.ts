import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { prepareDatabase } from './supervisor/prepare-database.ts'
import { readSettings } from './supervisor/read-settings.ts'
import { StartProblem } from './supervisor/start-problem.ts'

/** Migrates the database of DATABASE_URL and fills it when it is empty: the step of a deployment before its apps start. */
const main = async (): Promise<void> => {
  const settings = readSettings(process.env)
  if (!settings.databaseUrl)
    throw new StartProblem('DATABASE_URL is not set; npm start runs the embedded database.')
  const logs = join(settings.dataFolder, 'logs')
  await mkdir(logs, { recursive: true })
  await prepareDatabase({
    settings,
    env: process.env,
    log: join(logs, 'seed.log'),
    announce: () => console.log('Filling a new database with its first data …'),
    signal: new AbortController().signal,
  })
  console.log('The database is ready.')
}

main().catch((problem) => {
  console.error(problem instanceof StartProblem ? problem.message : problem)
  process.exit(1)
})
