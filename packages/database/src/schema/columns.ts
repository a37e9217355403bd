import { type SQL, sql } from 'drizzle-orm'
import { type AnyPgColumn, bigint, date, timestamp, uuid } from 'drizzle-orm/pg-core'

/** Identifiers are made by the application (uuid v7), so a record can be named before it is stored. */
export const id = () => uuid('id').primaryKey()

/** An instant; the driver hands it over as a Date. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 })

/** A calendar date in Asia/Shanghai, kept as 'YYYY-MM-DD' on both sides. */
export const calendarDate = (name: string) => date(name, { mode: 'string' })

/** Money in fen. */
export const fen = (name: string) => bigint(name, { mode: 'number' })

/** `column IN (...)` for a check constraint, from the list the domain owns. */
export const oneOf = (column: AnyPgColumn, values: readonly string[]): SQL =>
  sql`${column} in (${sql.raw(values.map((value) => `'${value.replaceAll("'", "''")}'`).join(', '))})`
