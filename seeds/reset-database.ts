import { migrateDatabase } from '@market/database/migrate'
import postgres from 'postgres'

/** Schemas that belong to the market: its tables, the job queue and the note of migrations. */
const SCHEMAS = ['public', 'graphile_worker', 'drizzle']

/** Throws when the market, or anybody else, is using the database. */
const requireAlone = async (sql: postgres.Sql): Promise<void> => {
  const others = await sql<{ name: string }[]>`
    select distinct application_name as name from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`
  if (others.length === 0) return
  const names = others.map(({ name }) => name || 'an unnamed program').join(', ')
  throw new Error(`The database is in use by ${names}; stop it first.`)
}

/** Drops everything of ours and builds the empty tables anew. */
export const resetDatabase = async (url: string): Promise<void> => {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    await requireAlone(sql)
    for (const schema of SCHEMAS) await sql`drop schema if exists ${sql(schema)} cascade`
    await sql`create schema public`
  } finally {
    await sql.end()
  }
  await migrateDatabase(url)
}
