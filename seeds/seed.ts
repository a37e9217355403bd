import { chooseStorage } from '@market/adapters/storage'
import { type Database, type DatabaseHandle, openDatabase } from '@market/database'
import { useEmbeddedDatabase } from '@market/database/embedded'
import { migrateDatabase } from '@market/database/migrate'
import { createEngines, createStandingQueries } from '@market/search'
import { createSeals, type ServiceContext, systemClock, systemIds, systemSecrets } from '@market/services'
import { rebuildSearch } from '@market/services/discovery'
import type { CommandLine } from './command-line.ts'
import { readConfig, type SeedConfig } from './config.ts'
import { describeMarket } from './demo/describe-market.ts'
import { playDemo } from './demo/play/play-demo.ts'
import { foundOperator } from './reference/found-operator.ts'
import { storePlans } from './reference/store-plans.ts'
import { resetDatabase } from './reset-database.ts'

interface SeedOptions {
  line: CommandLine
  environment: NodeJS.ProcessEnv
  now: Date
  say(text: string): void
}

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
  for (const engine of engines) {
    try {
      const [built] = await rebuildSearch({ db, clock: systemClock, engines: [engine] })
      say(`search: ${built?.indexed ?? 0} listings in ${engine.name}`)
    } catch (error) {
      if (engine.name === 'postgres') throw error
      say(`search: ${engine.name} does not answer; the worker fills it as soon as it does`)
    }
  }
}

/** Says how far the play has come, four times on the way. */
const quarterly =
  (say: SeedOptions['say']) =>
  (done: number, total: number): void => {
    const quarter = (step: number) => Math.floor((step * 4) / total)
    if (quarter(done) > quarter(done - 1)) say(`demo: ${done} of ${total} steps`)
  }

/** Thousands of small commits need not reach the disk one by one: the last one, made elsewhere, flushes them all. */
const withLazyCommits = (url: string): string => {
  const lazy = new URL(url)
  lazy.searchParams.set('synchronous_commit', 'off')
  return lazy.href
}

const play = async (url: string, config: SeedConfig, { now, say }: SeedOptions): Promise<boolean> => {
  const { db, close } = openDatabase(withLazyCommits(url), {
    applicationName: 'market-seed',
    maxConnections: 2,
  })
  try {
    return await playDemo({
      db,
      storage: chooseStorage(config.storage),
      standing: createStandingQueries(),
      asOf: now,
      onProgress: quarterly(say),
    })
  } finally {
    await close()
  }
}

const playOnce = async (database: DatabaseHandle, url: string, config: SeedConfig, options: SeedOptions) => {
  const { say } = options
  const played = await play(url, config, options)
  if (!played) {
    say('demo: already there, nothing changed')
    return
  }
  for (const line of await describeMarket(database.db)) say(`demo: ${line}`)
  await reindex(database, config, say)
}

const found = async (
  db: Database,
  { email, name, creditCode }: NonNullable<CommandLine['operator']>,
  say: SeedOptions['say'],
): Promise<void> => {
  const password = systemSecrets.next()
  const context: ServiceContext = {
    db,
    clock: systemClock,
    ids: systemIds,
    secrets: systemSecrets,
    seals: createSeals(systemSecrets.next()),
    actor: null,
    requestId: 'seed',
    locale: 'zh-CN',
  }
  const facts = { nameZh: name, nameEn: name, introZh: '', introEn: '', website: null }
  const founder = { email, password, name }
  await foundOperator(context, founder, { ...facts, creditCode, stateOwned: true, regionCode: '450100' })
  say(`operator: ${name}, owner ${email}, password ${password} (shown this once; change it after logging in)`)
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
      if (line.operator) await found(database.db, line.operator, say)
      if (line.demo) await playOnce(database, url, config, options)
    } finally {
      await database.close()
    }
  } finally {
    await release()
  }
}
