import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
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
    await migrate(drizzle(sql), { migrationsFolder: MIGRATIONS })
  } finally {
    await sql.end()
  }
}

export { isUnusedDatabase } from './is-unused-database.ts'
