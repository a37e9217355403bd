import { openDatabase } from '@market/database'
import { useEmbeddedDatabase } from '@market/database/embedded'
import { createEngines } from '@market/search'
import { systemClock, systemIds } from '@market/services'
import { rebuildSearch } from '@market/services/discovery'
import { type CommandConfig, readCommandConfig } from './config.ts'

const nothingYet = async (): Promise<void> => {
  throw new Error('there is no database yet; "npm start" makes one')
}

const findDatabase = async ({ DATABASE_URL, DATA_DIR }: CommandConfig) =>
  DATABASE_URL ? { url: DATABASE_URL, release: async () => {} } : useEmbeddedDatabase(DATA_DIR, nothingYet)

/** Builds the search index of every engine anew while searches go on. */
const reindex = async (config: CommandConfig): Promise<void> => {
  const { url, release } = await findDatabase(config)
  const database = openDatabase(url, { applicationName: 'market-reindex', maxConnections: 4 })
  try {
    const { all: engines } = createEngines({
      sql: database.sql,
      clock: systemClock,
      ids: systemIds,
      // Only searching signs cursors.
      cursorSecret: '',
      meiliUrl: config.MEILI_URL,
      meiliKey: config.MEILI_KEY,
    })
    for (const { engine, indexed } of await rebuildSearch({ db: database.db, clock: systemClock, engines })) {
      console.log(`${engine}: ${indexed} listings indexed`)
    }
  } finally {
    await database.close()
    await release()
  }
}

/** What the database said, without the query it was said to. */
const reasonOf = (error: unknown): string =>
  error instanceof Error ? (error.cause ? reasonOf(error.cause) : error.message) : String(error)

try {
  await reindex(readCommandConfig(process.env))
} catch (error) {
  console.error(`The search index was not rebuilt: ${reasonOf(error)}`)
  process.exitCode = 1
}
