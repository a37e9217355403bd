import { openDatabase } from '@market/database'
import { createEngines } from '@market/search'
import { systemClock, systemIds } from '@market/services'
import { rebuildSearch } from '@market/services/discovery'
import { besideDatabase, reasonOf } from './beside-database.ts'
import { type CommandConfig, readCommandConfig } from './config.ts'

/** Builds the search index of every engine anew while searches go on. */
const reindex = async (config: CommandConfig, url: string): Promise<void> => {
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
  }
}

try {
  const config = readCommandConfig(process.env)
  await besideDatabase(config, (url) => reindex(config, url))
} catch (error) {
  console.error(`The search index was not rebuilt: ${reasonOf(error)}`)
  process.exitCode = 1
}
