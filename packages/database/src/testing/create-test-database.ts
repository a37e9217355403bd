import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { inject } from 'vitest'
import { type Database, openDatabase } from '../client.ts'
import { TEMPLATE } from './test-server.ts'

export interface TestDatabase {
  db: Database
  url: string
  /** Closes `db` and removes the database, whoever is still connected. */
  drop(): Promise<void>
}

/** A database of its own for one test file, cloned from the migrated template; call `drop` in afterAll. */
export const createTestDatabase = async (): Promise<TestDatabase> => {
  const adminUrl = inject('testDatabaseAdminUrl')
  const url = await createDatabaseFromTemplate(adminUrl)
  const handle = openDatabase(url, { maxConnections: 6, applicationName: 'test' })
  const drop = async () => {
    await handle.close()
    await runAsAdmin(adminUrl, `drop database ${new URL(url).pathname.slice(1)} with (force)`)
  }
  return { db: handle.db, url, drop }
}

/** Connection string of a new database with the migrations done; it goes with the test server. */
export const createDatabaseFromTemplate = async (adminUrl: string): Promise<string> => {
  const name = `test_${randomBytes(8).toString('hex')}`
  await runAsAdmin(adminUrl, `create database ${name} template ${TEMPLATE}`)
  const url = new URL(adminUrl)
  url.pathname = `/${name}`
  return url.href
}

const runAsAdmin = async (adminUrl: string, statement: string): Promise<void> => {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} })
  try {
    await sql.unsafe(statement)
  } finally {
    await sql.end()
  }
}
