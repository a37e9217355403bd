import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import { Logger, runMigrations } from 'graphile-worker'
import postgres from 'postgres'

const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url))

/** Brings an empty database to an earlier schema: up to the migration whose file begins with this number. */
export const migrateTo = async (url: string, last: number): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'migrations-'))
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    await cp(MIGRATIONS, folder, { recursive: true })
    const journal = join(folder, 'meta/_journal.json')
    const all: { entries: { idx: number }[] } = JSON.parse(await readFile(journal, 'utf8'))
    const entries = all.entries.filter(({ idx }) => idx <= last)
    await writeFile(journal, JSON.stringify({ ...all, entries }))
    await runMigrations({ connectionString: url, logger: new Logger(() => () => {}) })
    await migrate(drizzle(sql), { migrationsFolder: folder })
  } finally {
    await sql.end()
    await rm(folder, { recursive: true })
  }
}
