import { createEngines } from '@market/search'
import { systemClock, systemIds } from '@market/services'
import { rebuildSearch } from '@market/services/discovery'
import { reasonOf, withDatabase } from './command-database.ts'
import { type CommandConfig, readCommandConfig } from './config.ts'

/** Builds the search index of every engine anew while searches go on. */
const reindex = (config: CommandConfig): Promise<void> =>
  withDatabase(config, 'market-reindex', async ({ db, sql }) => {
    const { all: engines } = createEngines({
      sql,
      clock: systemClock,
      ids: systemIds,
      // Only searching signs cursors.
      cursorSecret: '',
      meiliUrl: config.MEILI_URL,
      meiliKey: config.MEILI_KEY,
    })
    for (const { engine, indexed } of await rebuildSearch({ db, clock: systemClock, engines })) {
      console.log(`${engine}: ${indexed} listings indexed`)
    }
  })

try {
  await reindex(readCommandConfig(process.env))
} catch (error) {
  console.error(`The search index was not rebuilt: ${reasonOf(error)}`)
  process.exitCode = 1
}
