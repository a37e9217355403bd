import { refuse } from '@market/domain'
import type { Sql, TransactionSql } from 'postgres'
import type { SearchDocument } from '../../document.ts'
import { FIELD_LABELS } from '../../ranking.ts'
import { vectorOf } from './vector.ts'

const BATCH = 200
/** Advisory locks: writers take turns, so that a generation's counts stay true; one rebuild at a time. */
const WRITE_LOCK = 7_301_001
const REBUILD_LOCK = 7_301_002

const inTurn = (sql: Sql, work: (tx: TransactionSql) => Promise<void>): Promise<unknown> =>
  sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(${WRITE_LOCK})`
    await work(tx)
  })

const rowOf = (document: SearchDocument) => ({ ...document, ...vectorOf(document), document })
type Row = ReturnType<typeof rowOf>

const remember = async (tx: TransactionSql, rows: readonly Row[]): Promise<void> => {
  const words = [...new Set(rows.flatMap((row) => row.vocabulary))]
  await tx`insert into search_words (word) select unnest(${words}::text[]) on conflict do nothing`
}

const stems = (tx: TransactionSql, label: string, text: string) =>
  tx`setweight(to_tsvector('english', ${tx.unsafe(text)}), ${tx.unsafe(`'${label}'`)})`

/** Returns the words added; a document that is there already stays as it is. */
const insertRows = async (tx: TransactionSql, generation: number, rows: readonly Row[]) => {
  // As text: how the driver writes JSON and dates depends on who configured the pool.
  const added = await tx<{ count: number }[]>`
    insert into search_documents (generation, id, words, stems, numbers, word_count, kind, technical_field,
      plan_industry, transfer_modes, maturity_level, owner_id, region_code, price_fen, published_at, document)
    select ${generation}, r.id, r.words::tsvector,
      ${stems(tx, FIELD_LABELS.title, 'r."titleEn"')} || ${stems(tx, FIELD_LABELS.summary, 'r."summaryEn"')}
        || ${stems(tx, FIELD_LABELS.applications, 'r."applicationsEn"')}
        || ${stems(tx, FIELD_LABELS.problem, 'r."problemEn"')}
        || ${stems(tx, FIELD_LABELS.advantage, 'r."advantageEn"')},
      r.numbers, r."wordCount", r.kind, r."technicalField", r."planIndustry", r."transferModes",
      r."maturityLevel", r."ownerId", r."regionCode", r."priceFen", r."publishedAt", r.document
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r(
      id uuid, words text, "titleEn" text, "summaryEn" text, "applicationsEn" text, "problemEn" text,
      "advantageEn" text, numbers text[], "wordCount" int, kind text, "technicalField" text, "planIndustry" text,
      "transferModes" text[], "maturityLevel" int, "ownerId" uuid, "regionCode" text, "priceFen" bigint,
      "publishedAt" timestamptz, document jsonb)
    on conflict do nothing
    returning word_count as count`
  await count(tx, generation, added, 1)
}

const deleteRows = async (tx: TransactionSql, generation: number, ids: readonly string[]) => {
  const gone = await tx<{ count: number }[]>`
    delete from search_documents where generation = ${generation} and id = any(${[...ids]}::uuid[])
    returning word_count as count`
  await count(tx, generation, gone, -1)
}

const count = async (
  tx: TransactionSql,
  generation: number,
  rows: readonly { count: number }[],
  sign: 1 | -1,
) => {
  if (rows.length === 0) return
  const words = rows.reduce((sum, row) => sum + row.count, 0)
  await tx`
    update search_generations
    set document_count = document_count + ${sign * rows.length}::int, word_count = word_count + ${sign * words}::bigint
    where id = ${generation}`
}

/** The current generation (made when there is none) and the one being built, which must not miss a change. */
const openGenerations = async (tx: TransactionSql): Promise<number[]> => {
  await tx`
    insert into search_generations (state) select 'current'
    where not exists (select from search_generations where state = 'current')`
  const rows = await tx<{ id: number }[]>`select id from search_generations`
  return rows.map((row) => row.id)
}

function* batches<T>(items: readonly T[]): Generator<T[]> {
  for (let at = 0; at < items.length; at += BATCH) yield items.slice(at, at + BATCH)
}

async function* asyncBatches<T>(items: AsyncIterable<T>): AsyncGenerator<T[]> {
  let batch: T[] = []
  for await (const item of items) {
    batch.push(item)
    if (batch.length === BATCH) {
      yield batch
      batch = []
    }
  }
  if (batch.length > 0) yield batch
}

export const indexDocuments = async (sql: Sql, documents: readonly SearchDocument[]): Promise<void> => {
  for (const batch of batches(documents)) {
    const rows = batch.map(rowOf)
    await inTurn(sql, async (tx) => {
      await remember(tx, rows)
      for (const generation of await openGenerations(tx)) {
        await deleteRows(
          tx,
          generation,
          batch.map(({ id }) => id),
        )
        await insertRows(tx, generation, rows)
      }
    })
  }
}

export const removeDocuments = async (sql: Sql, ids: readonly string[]): Promise<void> => {
  await inTurn(sql, async (tx) => {
    for (const generation of await openGenerations(tx)) await deleteRows(tx, generation, ids)
  })
}

const beginGeneration = async (sql: Sql): Promise<number> => {
  // Whatever is still being built was left behind by a rebuild that died: we hold the lock.
  await sql`delete from search_generations where state = 'building'`
  const [row] = await sql<{ id: number }[]>`
    insert into search_generations (state) values ('building') returning id`
  if (!row) throw new Error('No generation was created.')
  return row.id
}

const fillGeneration = async (sql: Sql, generation: number, documents: AsyncIterable<SearchDocument>) => {
  let indexed = 0
  for await (const batch of asyncBatches(documents)) {
    const rows = batch.map(rowOf)
    await inTurn(sql, async (tx) => {
      await remember(tx, rows)
      await insertRows(tx, generation, rows)
    })
    indexed += batch.length
  }
  return indexed
}

const switchTo = (sql: Sql, generation: number): Promise<unknown> =>
  inTurn(sql, async (tx) => {
    await tx`delete from search_generations where state = 'current'`
    await tx`update search_generations set state = 'current' where id = ${generation}`
  })

/**
 * Fills a new generation beside the current one and switches in one transaction. Writes that come in meanwhile
 * go to both. Refuses with `search.rebuild_running` when another process is at it.
 */
export const rebuildDocuments = async (
  sql: Sql,
  documents: AsyncIterable<SearchDocument>,
): Promise<{ indexed: number }> => {
  const session = await sql.reserve()
  try {
    const [lock] = await session<{ taken: boolean }[]>`select pg_try_advisory_lock(${REBUILD_LOCK}) as taken`
    if (!lock?.taken) throw refuse('conflict', 'search.rebuild_running')
    try {
      const generation = await beginGeneration(sql)
      const indexed = await fillGeneration(sql, generation, documents)
      await switchTo(sql, generation)
      await sql`analyze search_documents`
      return { indexed }
    } finally {
      await sql`delete from search_generations where state = 'building'`
      await session`select pg_advisory_unlock(${REBUILD_LOCK})`
    }
  } finally {
    session.release()
  }
}
