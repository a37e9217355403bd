import { join } from 'node:path'
import postgres from 'postgres'
import { persistedSecret } from './persisted-secret.ts'
import { type EmbeddedServer, findRunningServer, startEmbeddedServer } from './start-server.ts'

export const DATABASE_NAME = 'market'

/** Starts the durable server of a data folder (`.data`) and makes sure that the product's database exists on it. */
export const startEmbeddedDatabase = async (
  dataFolder: string,
): Promise<{ server: EmbeddedServer; url: string }> => {
  const password = await persistedSecret(dataFolder, 'databasePassword')
  const server = await startEmbeddedServer({ home: join(dataFolder, 'postgres'), password, durable: true })
  try {
    await createDatabaseIfMissing(server.url('postgres'))
  } catch (error) {
    await server.stop()
    throw error
  }
  return { server, url: server.url(DATABASE_NAME) }
}

/**
 * The embedded database for a command run beside the product: the running server when there is one, else a server of
 * its own, which `release` stops again.
 */
export const useEmbeddedDatabase = async (
  dataFolder: string,
): Promise<{ url: string; release(): Promise<void> }> => {
  const password = await persistedSecret(dataFolder, 'databasePassword')
  const running = await findRunningServer(join(dataFolder, 'postgres'), password, DATABASE_NAME)
  if (running) return { url: running, release: async () => {} }
  const { server, url } = await startEmbeddedDatabase(dataFolder)
  return { url, release: () => server.stop() }
}

const createDatabaseIfMissing = async (url: string): Promise<void> => {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    const found = await sql`select 1 from pg_database where datname = ${DATABASE_NAME}`
    if (found.length === 0) await sql.unsafe(`create database ${DATABASE_NAME}`)
  } finally {
    await sql.end()
  }
}
