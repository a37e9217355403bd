import postgres, { type ReservedSql, type Sql, type TransactionSql } from 'postgres'

/** Only numbers of ours stand in the names, so they need no quotes. */
const tableOf = (generation: number): string => `search_documents_${generation}`

/** Enough for a hundred thousand vectors to be sorted in few runs. */
const BUILD_MEMORY = '128MB'
/** Removing a table waits for every search that reads it, and whoever comes later waits behind. */
const PATIENCE = '2s'
const LOCK_NOT_AVAILABLE = '55P03'

/**
 * The rows of a generation lie in a table of their own, whose index of words is made when it is full: row by row it would
 * cost more than everything else together. What is long leaves the row, so that counting reads narrow rows.
 */
export const createPartition = async (tx: TransactionSql, generation: number): Promise<void> => {
  const table = tableOf(generation)
  await tx.unsafe(`
    create table ${table} (like search_documents including defaults including storage) with (toast_tuple_target = 128)`)
  await tx.unsafe(`alter table search_documents attach partition ${table} for values in (${generation})`)
}

// Without the pending list: it makes the planner shun the index until the next vacuum.
const indexStatement = (generation: number, how: '' | 'concurrently'): string =>
  `create index ${how} ${tableOf(generation)}_words on ${tableOf(generation)} using gin (words) with (fastupdate = false)`

/** For a table that is still empty. */
export const indexPartition = (tx: TransactionSql, generation: number): Promise<unknown> =>
  tx.unsafe(indexStatement(generation, ''))

/** For a full one, while listings go on being written into it. */
export const indexFullPartition = async (session: ReservedSql, generation: number): Promise<void> => {
  try {
    await session`select set_config('statement_timeout', '0', false),
      set_config('maintenance_work_mem', ${BUILD_MEMORY}, false)`
    await session.unsafe(indexStatement(generation, 'concurrently'))
  } finally {
    await session`reset statement_timeout`
    await session`reset maintenance_work_mem`
  }
}

/** A generation with its rows and words. Left for the next rebuild where searches hold it for too long. */
export const dropGeneration = async (sql: Sql, generation: number): Promise<void> => {
  try {
    await sql.begin(async (tx) => {
      await tx`select set_config('lock_timeout', ${PATIENCE}, true)`
      await tx.unsafe(`drop table if exists ${tableOf(generation)}`)
      await tx`delete from search_generations where id = ${generation}`
    })
  } catch (error) {
    if (!(error instanceof postgres.PostgresError && error.code === LOCK_NOT_AVAILABLE)) throw error
  }
}
