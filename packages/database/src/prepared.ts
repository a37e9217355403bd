import { drizzle } from 'drizzle-orm/postgres-js'
import type { Sql } from 'postgres'
import type { Database, Transaction } from './client.ts'

type Reader = Database | Transaction

/** The same pool, whose connections keep what they are sent as prepared statements. */
const keeping = (pool: Sql): Sql =>
  new Proxy(pool, {
    get: (target, key) =>
      key === 'unsafe'
        ? (text: string, parameters: never[]) => target.unsafe(text, parameters, { prepare: true })
        : Reflect.get(target, key),
  })

const isPool = (db: Reader): db is Database & { $client: Sql } => '$client' in db

/**
 * A statement whose SQL is put together once for each pool and planned once for each connection: for what public pages
 * read all day, where both took longer than the answer. Values come in by `sql.placeholder`; a list as `= any(…)`.
 */
export const prepared = <Statement>(build: (db: Reader) => Statement): ((db: Reader) => Statement) => {
  const built = new WeakMap<Reader, Statement>()
  return (db) => {
    const known = built.get(db)
    if (known !== undefined) return known
    const statement = build(isPool(db) ? drizzle(keeping(db.$client)) : db)
    built.set(db, statement)
    return statement
  }
}
