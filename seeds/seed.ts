import { join } from 'node:path'
import { createLocalStorage, createS3Storage, type FileStorage } from '@market/adapters/storage'
import { type DatabaseHandle, openDatabase } from '@market/database'
import { useEmbeddedDatabase } from '@market/database/embedded'
import { migrateDatabase } from '@market/database/migrate'
import { createEngines } from '@market/search'
import { systemClock, systemIds } from '@market/services'
import { rebuildSearch } from '@market/services/discovery'
import type { CommandLine } from './command-line.ts'
import { readConfig, type SeedConfig } from './config.ts'
import { describeMarket } from './demo/describe-market.ts'
import { playDemo } from './demo/play/play-demo.ts'
import { storePlans } from './reference/store-plans.ts'
import { resetDatabase } from './reset-database.ts'

interface SeedOptions {
  line: CommandLine
  environment: NodeJS.ProcessEnv
  now: Date
  say(text: string): void
}

const openStorage = ({ s3, dataFolder }: SeedConfig): FileStorage =>
  s3 ? createS3Storage(s3) : createLocalStorage(join(dataFolder, 'files'))

const findDatabase = ({ databaseUrl, dataFolder }: SeedConfig) =>
  databaseUrl
    ? { url: databaseUrl, release: async () => {} }
    : useEmbeddedDatabase(dataFolder, migrateDatabase)

const reindex = async ({ db, sql }: DatabaseHandle, config: SeedConfig, say: SeedOptions['say']) => {
  const { all: engines } = createEngines({
    sql,
    clock: systemClock,
    ids: systemIds,
    // Only searching signs cursors.
    cursorSecret: '',
    meiliUrl: config.meiliUrl,
    meiliKey: config.meiliKey,
  })
  for (const { engine, indexed } of await rebuildSearch({ db, clock: systemClock, engines })) {
    say(`search: ${indexed} listings in ${engine}`)
  }
}

/** Says how far the play has come, four times on the way. */
const quarterly =
  (say: SeedOptions['say']) =>
  (done: number, total: number): void => {
    const quarter = (step: number) => Math.floor((step * 4) / total)
    if (quarter(done) > quarter(done - 1)) say(`demo: ${done} of ${total} steps`)
  }

const playOnce = async (database: DatabaseHandle, config: SeedConfig, { now, say }: SeedOptions) => {
  const played = await playDemo({
    db: database.db,
    storage: openStorage(config),
    asOf: now,
    onProgress: quarterly(say),
  })
  if (!played) {
    say('demo: already there, nothing changed')
    return
  }
  for (const line of await describeMarket(database.db)) say(`demo: ${line}`)
  await reindex(database, config, say)
}

/** Does what the command line asks for, on the database the environment names. */
export const seed = async (options: SeedOptions): Promise<void> => {
  const { line, environment, say } = options
  const config = readConfig(environment)
  const { url, release } = await findDatabase(config)
  try {
    if (line.reset) await resetDatabase(url)
    const database = openDatabase(url, { applicationName: 'market-seed', maxConnections: 4 })
    try {
      if (line.reference) {
        for (const plan of await storePlans(database.db, { samples: line.demo })) {
          say(`reference: plan ${plan.key} with ${plan.indicators.length} indicators`)
        }
      }
      if (line.demo) await playOnce(database, config, options)
    } finally {
      await database.close()
    }
  } finally {
    await release()
  }
}
