import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { migrateDatabase } from './migrate.ts'

const run = async (url: string, statement: string) => {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    return await sql.unsafe(statement)
  } finally {
    await sql.end()
  }
}

const done = (url: string) =>
  run(
    url,
    `select to_regclass('public.users') is not null as users,
    (select count(*)::int from drizzle.__drizzle_migrations) as migrations`,
  )

describe('migrateDatabase', () => {
  const adminUrl = inject('testDatabaseAdminUrl')
  let url: string

  beforeEach(async () => {
    const empty = new URL(adminUrl)
    empty.pathname = `/test_${randomBytes(8).toString('hex')}`
    url = empty.href
    await run(adminUrl, `create database ${empty.pathname.slice(1)} template template0`)
  })
  afterEach(async () => {
    await run(adminUrl, `drop database ${new URL(url).pathname.slice(1)} with (force)`)
  })

  it('fills an empty database once when two processes start on it at once', async () => {
    await Promise.all([migrateDatabase(url), migrateDatabase(url)])
    const [first] = await done(url)
    expect(first?.users).toBe(true)
    await migrateDatabase(url)
    expect((await done(url))[0]).toEqual(first)
  })

  it('runs every migration that is newer than the newest done', async () => {
    await migrateDatabase(url)
    await run(url, 'update drizzle.__drizzle_migrations set created_at = 1')
    // They were run again, for they break on what they have made.
    await expect(migrateDatabase(url)).rejects.toThrow()
  })

  it('works for an owner who is no superuser', async () => {
    const role = `owner_${randomBytes(4).toString('hex')}`
    const owned = new URL(url)
    await run(adminUrl, `create role ${role} login password 'p'`)
    await run(adminUrl, `alter database ${owned.pathname.slice(1)} owner to ${role}`)
    try {
      owned.username = role
      owned.password = 'p'
      await migrateDatabase(owned.href)
      expect((await done(url))[0]?.users).toBe(true)
    } finally {
      await run(adminUrl, `alter database ${owned.pathname.slice(1)} owner to current_user`)
      await run(url, `drop owned by ${role} cascade`)
      await run(adminUrl, `drop role ${role}`)
    }
  })
})
