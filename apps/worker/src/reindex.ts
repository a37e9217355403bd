import { openDatabase } from '@market/database'
import { createEngines } from '@market/search'
import { systemClock, systemIds } from '@market/services'
import { rebuildSearch } from '@market/services/discovery'
import { readConfig } from './config.ts'

/** Builds the search index of every engine anew while searches go on. */
const reindex = async (): Promise<void> => {
  const config = readConfig(process.env)
  const database = openDatabase(config.DATABASE_URL, { applicationName: 'market-reindex', maxConnections: 4 })
  const { all: engines } = createEngines({
    sql: database.sql,
    clock: systemClock,
    ids: systemIds,
    cursorSecret: config.APP_SECRET,
    meiliUrl: config.MEILI_URL,
    meiliKey: config.MEILI_KEY,
  })
  try {
    for (const { engine, indexed } of await rebuildSearch({ db: database.db, clock: systemClock, engines })) {
      console.log(`${engine}: ${indexed} listings indexed`)
    }
  } finally {
    await database.close()
  }
}

try {
  await reindex()
} catch (error) {
  console.error(`The search index was not rebuilt: ${error instanceof Error ? error.message : error}`)
  process.exitCode = 1
}
