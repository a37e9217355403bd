import { type SQL, sql } from 'drizzle-orm'
import { type AnyPgColumn, bigint, customType, date, timestamp, uuid } from 'drizzle-orm/pg-core'

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

/** Stretches of whole numbers, from each lower end up to its upper one without it; compared by `&&`. */
export const spans = customType<{ data: readonly (readonly [number, number])[]; driverData: string }>({
  dataType: () => 'int4multirange',
  toDriver: (value) => `{${value.map(([from, until]) => `[${from},${until})`).join(',')}}`,
  fromDriver: (text) =>
    [...text.matchAll(/\[(\d+),(\d+)\)/g)].map(([, from, until]) => [Number(from), Number(until)] as const),
})

export const dateRange = customType<{ data: string }>({ dataType: () => 'daterange' })
export const laneRange = customType<{ data: string }>({ dataType: () => 'int8range' })
