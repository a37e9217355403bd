import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { Logger, runMigrations } from 'graphile-worker'
import postgres from 'postgres'

const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url))
/** Any fixed number: whoever holds it is migrating this database. */
const MIGRATION_LOCK = 7_402_611
const silentLogger = new Logger(() => () => {})

/** Brings a database to the present schema and the job queue to its own; harmless when repeated or run twice at once. */
export const migrateDatabase = async (url: string): Promise<void> => {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`
    // The queue first: our own migrations may refer to its functions.
    await runMigrations({ connectionString: url, logger: silentLogger })
    if (!(await isMigrated(sql))) await runOurMigrations(sql)
  } finally {
    await sql.end()
  }
}

/** Half of a start would go into loading the query builder, which has nothing to do on most starts. */
const runOurMigrations = async (sql: postgres.Sql): Promise<void> => {
  const [{ drizzle }, { migrate }] = await Promise.all([
    import('drizzle-orm/postgres-js'),
    import('drizzle-orm/postgres-js/migrator'),
  ])
  await migrate(drizzle(sql), { migrationsFolder: MIGRATIONS })
}

/** The migrator's own question: is the newest migration we have as old as the newest one done? */
const isMigrated = async (sql: postgres.Sql): Promise<boolean> => {
  const [table] = await sql`select to_regclass('drizzle.__drizzle_migrations') is not null as exists`
  if (!table?.exists) return false
  const [done] = await sql`select max(created_at) as newest from drizzle.__drizzle_migrations`
  const journal: { entries: { when: number }[] } = JSON.parse(
    await readFile(`${MIGRATIONS}/meta/_journal.json`, 'utf8'),
  )
  const newest = Math.max(...journal.entries.map(({ when }) => when))
  return done?.newest !== null && Number(done?.newest) >= newest
}

export { isUnusedDatabase } from './is-unused-database.ts'
