import { refuse } from '@market/domain'
import type { ReservedSql, Sql, TransactionSql } from 'postgres'
import type { SearchDocument } from '../../document.ts'
import { facetPairs } from '../../facet-values.ts'
import { type FacetCodes, facetKey } from './facet-codes.ts'
import { createPartition, dropGeneration, indexFullPartition, indexPartition } from './partitions.ts'
import { type IndexedWord, vectorOf } from './vector.ts'
import { addWords, deductWords, type WordCounts } from './word-counts.ts'

const BATCH = 200
/** Advisory locks: writers take turns, so that a generation's counts stay true; one rebuild at a time. */
const WRITE_LOCK = 7_301_001
const REBUILD_LOCK = 7_301_002

const inTurn = async <T>(sql: Sql, work: (tx: TransactionSql) => Promise<T>): Promise<T> => {
  // Kept here: the driver's own result type unwraps what we never hand it.
  let result: { of: T } | undefined
  await sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(${WRITE_LOCK})`
    result = { of: await work(tx) }
  })
  if (!result) throw new Error('The transaction ended without its work.')
  return result.of
}

interface Row {
  document: SearchDocument
  words: string
  wordCount: number
  vocabulary: IndexedWord[]
}

const rowOf = (document: SearchDocument): Row => ({ document, ...vectorOf(document) })

/** The rows as the statement reads them, each with its facet characters. */
const withFacets = async (tx: TransactionSql, codes: FacetCodes, rows: readonly Row[]) => {
  const pairs = rows.map(({ document }) => facetPairs(document))
  const characters = await codes.assign(tx, pairs.flat())
  return rows.map(({ document, words, wordCount }, i) => ({
    id: document.id,
    maturityLevel: document.maturityLevel,
    priceFen: document.priceFen,
    publishedAt: document.publishedAt,
    words,
    wordCount,
    facets: (pairs[i] ?? []).map(({ facet, value }) => characters.get(facetKey(facet, value)) ?? '').join(''),
    document,
  }))
}

/** Returns the rows added; a document that is there already stays as it is. */
const insertRows = async (
  tx: TransactionSql,
  codes: FacetCodes,
  generation: number,
  rows: readonly Row[],
): Promise<Row[]> => {
  // As text: how the driver writes JSON and dates depends on who configured the pool.
  const added = await tx<{ id: string; count: number }[]>`
    insert into search_documents (generation, id, words, word_count, facets, maturity_level, price_fen,
      published_at, document)
    select ${generation}, r.id, r.words::tsvector, r."wordCount", r.facets, r."maturityLevel", r."priceFen",
      r."publishedAt", r.document
    from jsonb_to_recordset(${JSON.stringify(await withFacets(tx, codes, rows))}::text::jsonb) as r(
      id uuid, words text, "wordCount" int, facets text, "maturityLevel" int,
      "priceFen" bigint, "publishedAt" timestamptz, document jsonb)
    on conflict do nothing
    returning id, word_count as count`
  await count(tx, generation, added, 1)
  const ids = new Set(added.map(({ id }) => id))
  return rows.filter(({ document }) => ids.has(document.id))
}

const deleteRows = async (tx: TransactionSql, generation: number, ids: readonly string[]) => {
  const gone = await tx<{ count: number; words: string[] }[]>`
    delete from search_documents where generation = ${generation} and id = any(${[...ids]}::uuid[])
    returning word_count as count, tsvector_to_array(words) as words`
  await deductWords(
    tx,
    generation,
    gone.flatMap(({ words }) => words),
  )
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
    set document_count = document_count + ${sign * rows.length}::int, word_count = word_count + ${sign * words}::bigint,
      version = version + 1
    where id = ${generation}`
}

const countWords = (rows: readonly Row[], into: WordCounts = new Map()): WordCounts => {
  for (const word of rows.flatMap(({ vocabulary }) => vocabulary)) {
    const known = into.get(word.word)
    if (known) {
      known.holding += 1
      known.pinyin ??= word.pinyin
      known.initials ??= word.initials
    } else into.set(word.word, { ...word, holding: 1 })
  }
  return into
}

/** The current generation (made when there is none) and the one being built, which must not miss a change. */
const openGenerations = async (tx: TransactionSql): Promise<number[]> => {
  const [made] = await tx<{ id: number }[]>`
    insert into search_generations (state) select 'current'
    where not exists (select from search_generations where state = 'current') returning id`
  if (made) {
    await createPartition(tx, made.id)
    await indexPartition(tx, made.id)
  }
  const rows = await tx<{ id: number }[]>`select id from search_generations where state <> 'retired'`
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

export const indexDocuments = async (
  sql: Sql,
  codes: FacetCodes,
  documents: readonly SearchDocument[],
): Promise<void> => {
  for (const batch of batches(documents)) {
    const rows = batch.map(rowOf)
    await inTurn(sql, async (tx) => {
      for (const generation of await openGenerations(tx)) {
        await deleteRows(
          tx,
          generation,
          batch.map(({ id }) => id),
        )
        const added = await insertRows(tx, codes, generation, rows)
        await addWords(tx, generation, countWords(added))
      }
    })
  }
}

export const removeDocuments = async (sql: Sql, ids: readonly string[]): Promise<void> => {
  await inTurn(sql, async (tx) => {
    for (const generation of await openGenerations(tx)) await deleteRows(tx, generation, ids)
  })
}

const writeWords = (sql: Sql, generation: number, counts: WordCounts) =>
  inTurn(sql, (tx) => addWords(tx, generation, counts))

const dropAll = async (sql: Sql, state: 'building' | 'retired'): Promise<void> => {
  const left = await sql<{ id: number }[]>`select id from search_generations where state = ${state}`
  for (const { id } of left) await dropGeneration(sql, id)
}

const beginGeneration = async (sql: Sql): Promise<number> => {
  // Whatever is still being built was left behind by a rebuild that died: we hold the lock.
  await dropAll(sql, 'building')
  return inTurn(sql, async (tx) => {
    const [row] = await tx<{ id: number }[]>`
      insert into search_generations (state) values ('building') returning id`
    if (!row) throw new Error('No generation was created.')
    await createPartition(tx, row.id)
    return row.id
  })
}

/** Words gathered before they are written: a rebuild counts them here rather than row by row in the database. */
const MOST_WORDS_GATHERED = 300_000

const fillGeneration = async (
  sql: Sql,
  codes: FacetCodes,
  generation: number,
  documents: AsyncIterable<SearchDocument>,
) => {
  let indexed = 0
  let gathered: WordCounts = new Map()
  const write = async (rows: readonly Row[]): Promise<void> => {
    gathered = countWords(await inTurn(sql, (tx) => insertRows(tx, codes, generation, rows)), gathered)
    if (gathered.size > MOST_WORDS_GATHERED) {
      await writeWords(sql, generation, gathered)
      gathered = new Map()
    }
  }
  // The database writes one batch while the next is read and cut into words.
  let writing: Promise<void> = Promise.resolve()
  for await (const batch of asyncBatches(documents)) {
    const rows = batch.map(rowOf)
    await writing
    writing = write(rows)
    // Awaited in the next round; until then a failure is not one that nobody handles.
    writing.catch(() => undefined)
    indexed += batch.length
  }
  await writing
  await writeWords(sql, generation, gathered)
  return indexed
}

const switchTo = (sql: Sql, generation: number): Promise<void> =>
  inTurn(sql, async (tx) => {
    // Searches under way have read its number and still ask it.
    await tx`update search_generations set state = 'retired' where state = 'current'`
    await tx`update search_generations set state = 'current' where id = ${generation}`
  })

const analyze = async (session: ReservedSql): Promise<void> => {
  await session`analyze search_documents, search_words`
}

/**
 * Fills a new generation beside the current one and switches in one transaction. Writes that come in meanwhile
 * go to both. Refuses with `search.rebuild_running` when another process is at it.
 */
export const rebuildDocuments = async (
  sql: Sql,
  codes: FacetCodes,
  documents: AsyncIterable<SearchDocument>,
): Promise<{ indexed: number }> => {
  const session = await sql.reserve()
  try {
    const [lock] = await session<{ taken: boolean }[]>`select pg_try_advisory_lock(${REBUILD_LOCK}) as taken`
    if (!lock?.taken) throw refuse('conflict', 'search.rebuild_running')
    try {
      const generation = await beginGeneration(sql)
      const indexed = await fillGeneration(sql, codes, generation, documents)
      await indexFullPartition(session, generation)
      await analyze(session)
      await switchTo(sql, generation)
      return { indexed }
    } finally {
      await dropAll(sql, 'retired')
      await dropAll(sql, 'building')
      await session`select pg_advisory_unlock(${REBUILD_LOCK})`
    }
  } finally {
    session.release()
  }
}
