import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { type EmbeddedServer, startEmbeddedServer, stopAbandonedServer } from '../embedded/index.ts'
import { migrateDatabase } from '../migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    testDatabaseAdminUrl: string
  }
}

export interface TestServer {
  /** Connection string of the maintenance database, with the right to create databases. */
  adminUrl: string
  stop(): Promise<void>
}

export const TEMPLATE = 'market_template'
const PREFIX = 'market-test-'

/** A throw-away PostgreSQL with one migrated template; TEST_DATABASE_URL (a superuser's) takes an outside server instead. */
export const startTestServer = async (outsideUrl: string | undefined): Promise<TestServer> => {
  if (outsideUrl) {
    await createTemplate(outsideUrl)
    return { adminUrl: outsideUrl, stop: async () => {} }
  }
  await removeAbandonedFolders()
  const { folder, server } = await startThrowAwayServer()
  const stop = async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await createTemplate(server.url('postgres'))
  } catch (error) {
    await stop()
    throw error
  }
  return { adminUrl: server.url('postgres'), stop }
}

const startThrowAwayServer = async (): Promise<{ folder: string; server: EmbeddedServer }> => {
  const folder = await mkdtemp(join(await realpath(tmpdir()), PREFIX))
  await chmod(folder, 0o755)
  await writeFile(join(folder, 'pid'), String(process.pid))
  const password = randomBytes(16).toString('hex')
  const server = await startEmbeddedServer({ home: join(folder, 'postgres'), password, durable: false })
  return { folder, server }
}

const createTemplate = async (adminUrl: string): Promise<void> => {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} })
  try {
    await sql.unsafe(`drop database if exists ${TEMPLATE} with (force)`)
    await sql.unsafe(`create database ${TEMPLATE}`)
  } finally {
    await sql.end()
  }
  const url = new URL(adminUrl)
  url.pathname = `/${TEMPLATE}`
  await migrateDatabase(url.href)
}

/** A run that was killed could not clean up; the next one stops its server and removes its folder. */
const removeAbandonedFolders = async (): Promise<void> => {
  const base = await realpath(tmpdir())
  for (const name of (await readdir(base)).filter((one) => one.startsWith(PREFIX))) {
    const folder = join(base, name)
    const pid = Number(await readFile(join(folder, 'pid'), 'utf8').catch(() => ''))
    if (!pid || isAlive(pid)) continue
    // Another user's left-overs are not ours to judge.
    await stopAbandonedServer(join(folder, 'postgres')).catch(() => {})
    await rm(folder, { recursive: true, force: true }).catch(() => {})
  }
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
