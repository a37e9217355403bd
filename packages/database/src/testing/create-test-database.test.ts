import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from './index.ts'

describe('createTestDatabase', () => {
  let first: TestDatabase
  let second: TestDatabase

  beforeAll(async () => {
    ;[first, second] = await Promise.all([createTestDatabase(), createTestDatabase()])
  })
  afterAll(async () => {
    await Promise.all([first.drop(), second.drop()])
  })

  it('brings our tables and the job queue', async () => {
    const tables = await first.db.execute<{ name: string }>(
      sql`select schemaname || '.' || tablename as name from pg_tables where tablename in ('events', '_private_jobs')`,
    )
    expect(tables.map(({ name }) => name).sort()).toEqual(['graphile_worker._private_jobs', 'public.events'])
  })

  it('keeps databases apart', async () => {
    await first.db.execute(sql`create table only_here (id integer)`)
    const [found] = await second.db.execute<{ name: string | null }>(
      sql`select to_regclass('only_here')::text as name`,
    )
    expect(found?.name).toBeNull()
  })

  it.skipIf(process.env.TEST_DATABASE_URL)('orders text the same on every machine', async () => {
    const [row] = await first.db.execute(
      sql`select datlocprovider as provider, datlocale as locale, pg_encoding_to_char(encoding) as encoding
          from pg_database where datname = current_database()`,
    )
    expect(row).toEqual({ provider: 'b', locale: 'C.UTF-8', encoding: 'UTF8' })
  })
})
