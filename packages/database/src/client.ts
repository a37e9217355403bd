import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import * as schema from './schema/index.ts'

export type Database = PostgresJsDatabase<typeof schema>
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]

export interface DatabaseHandle {
  db: Database
  sql: postgres.Sql
  /** Rejects when the server cannot be reached. */
  ping(): Promise<void>
  close(): Promise<void>
}

export interface DatabaseOptions {
  maxConnections?: number
  /** Shown in pg_stat_activity, so that an operator can tell API from worker. */
  applicationName?: string
  /** Told of every statement as it is sent, with the number of its connection: for measurements. */
  onStatement?: (connection: number, text: string, parameters: unknown[]) => void
}

/** Opens a pool; the time zone of every session is Asia/Shanghai, so a `::date` in SQL is a Shanghai date. */
export const openDatabase = (url: string, options: DatabaseOptions = {}): DatabaseHandle => {
  const sql = postgres(url, {
    max: options.maxConnections ?? 10,
    onnotice: () => undefined,
    ...(options.onStatement ? { debug: options.onStatement } : {}),
    connection: {
      application_name: options.applicationName ?? 'market',
      TimeZone: 'Asia/Shanghai',
      // Compiling a plan costs more than any of ours takes.
      jit: 'off',
      statement_timeout: 30_000,
      idle_in_transaction_session_timeout: 60_000,
    },
  })
  return {
    db: drizzle(sql, { schema }),
    sql,
    ping: async () => {
      await sql`select 1`
    },
    close: () => sql.end({ timeout: 5 }),
  }
}
