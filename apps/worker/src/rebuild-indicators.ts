import { openDatabase } from '@market/database'
import { rebuildRollups } from '@market/services/indicators'
import { besideDatabase, reasonOf } from './beside-database.ts'
import { readCommandConfig } from './config.ts'

/** Makes the rollups anew from the ledger; a region code as argument moves the place that flows are seen from. */
const rebuild = async (url: string): Promise<void> => {
  const database = openDatabase(url, { applicationName: 'market-rebuild', maxConnections: 1 })
  try {
    const { lines } = await rebuildRollups(database.db, process.argv[2])
    console.log(`${lines} lines of sums made from the turnover ledger.`)
  } finally {
    await database.close()
  }
}

try {
  await besideDatabase(readCommandConfig(process.env), rebuild)
} catch (error) {
  console.error(`The indicators were not rebuilt: ${reasonOf(error)}`)
  process.exitCode = 1
}
