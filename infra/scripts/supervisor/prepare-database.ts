import { type EmbeddedDatabase, startEmbeddedDatabase } from '@market/database/embedded'
import { isUnusedDatabase, migrateDatabase } from '@market/database/migrate'
import type { StartSettings } from './read-settings.ts'
import { runToEnd } from './run-to-end.ts'
import { StartProblem } from './start-problem.ts'

export interface PreparedDatabase {
  url: string
  /** undefined where the server is not ours. */
  server: EmbeddedDatabase['server'] | undefined
}

interface Preparation {
  settings: StartSettings
  env: NodeJS.ProcessEnv
  log: string
  announce(): void
  signal: AbortSignal
}

/** The database with the present schema, filled on the first start. */
export const prepareDatabase = async (preparation: Preparation): Promise<PreparedDatabase> => {
  const { databaseUrl, dataFolder } = preparation.settings
  const fill = async (url: string) => {
    preparation.announce()
    await migrate(url)
    await seed(preparation, url)
  }
  if (databaseUrl) return prepareOutside(databaseUrl, fill)
  const { server, url } = await startEmbeddedDatabase(dataFolder, fill)
  try {
    await migrate(url)
  } catch (error) {
    await server.stop()
    throw error
  }
  return { url, server }
}

const prepareOutside = async (
  url: string,
  fill: (url: string) => Promise<void>,
): Promise<PreparedDatabase> => {
  if (await isUnused(url)) await fill(url)
  else await migrate(url)
  return { url, server: undefined }
}

const migrate = async (url: string): Promise<void> => {
  await migrateDatabase(url).catch((error: Error) => {
    const reason = error.cause instanceof Error ? error.cause.message : error.message
    throw new StartProblem(`The database could not be brought to the present schema: ${reason}`)
  })
}

const isUnused = async (url: string): Promise<boolean> => {
  try {
    return await isUnusedDatabase(url)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new StartProblem(`The database of DATABASE_URL can't be used: ${reason}`)
  }
}

const seed = ({ settings, env, log, signal }: Preparation, url: string): Promise<void> =>
  runToEnd({
    failure: 'The first data could not be written',
    command: process.execPath,
    args: ['seeds/run.ts', '--reference', ...(settings.demo ? ['--demo'] : [])],
    env: { ...env, DATABASE_URL: url },
    log,
    signal,
  })
