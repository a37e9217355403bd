import { join } from 'node:path'
import postgres from 'postgres'
import { persistedSecret } from './persisted-secret.ts'
import { type EmbeddedServer, findRunningServer, startEmbeddedServer } from './start-server.ts'

const DATABASE = 'market'
const UNFINISHED = 'market_unfinished'

export interface EmbeddedDatabase {
  server: EmbeddedServer
  url: string
}

/**
 * Starts the durable server of a data folder (`.data`). A database that is not there yet is filled by `prepare` under
 * another name and then renamed: one that was killed on the way is made anew, never half full.
 */
export const startEmbeddedDatabase = async (
  dataFolder: string,
  prepare: (url: string) => Promise<void>,
): Promise<EmbeddedDatabase> => {
  const password = await persistedSecret(dataFolder, 'databasePassword')
  const server = await startEmbeddedServer({ home: join(dataFolder, 'postgres'), password, durable: true })
  try {
    if (!(await hasDatabase(server))) await createDatabase(server, prepare)
  } catch (error) {
    await server.stop()
    throw error
  }
  return { server, url: server.url(DATABASE) }
}

/**
 * The embedded database for a command beside the product: on the running server when there is one, else on a server of
 * its own, which `release` stops again.
 */
export const useEmbeddedDatabase = async (
  dataFolder: string,
  prepare: (url: string) => Promise<void>,
): Promise<{ url: string; release(): Promise<void> }> => {
  const password = await persistedSecret(dataFolder, 'databasePassword')
  const running = await findRunningServer(join(dataFolder, 'postgres'), password, DATABASE)
  if (running) return { url: running, release: async () => {} }
  const { server, url } = await startEmbeddedDatabase(dataFolder, prepare)
  return { url, release: () => server.stop() }
}

const hasDatabase = (server: EmbeddedServer): Promise<boolean> =>
  administer(server, async (sql) => {
    const found = await sql`select 1 from pg_database where datname = ${DATABASE}`
    return found.length > 0
  })

const createDatabase = async (
  server: EmbeddedServer,
  prepare: (url: string) => Promise<void>,
): Promise<void> => {
  await administer(server, async (sql) => {
    await sql.unsafe(`drop database if exists ${UNFINISHED} with (force)`)
    await sql.unsafe(`create database ${UNFINISHED}`)
  })
  await prepare(server.url(UNFINISHED))
  await administer(server, (sql) => sql.unsafe(`alter database ${UNFINISHED} rename to ${DATABASE}`))
}

const administer = async <T>(server: EmbeddedServer, work: (sql: postgres.Sql) => Promise<T>): Promise<T> => {
  const sql = postgres(server.url('postgres'), { max: 1, onnotice: () => {} })
  try {
    return await work(sql)
  } finally {
    await sql.end()
  }
}
