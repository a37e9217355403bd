import type { EnqueuedTaskPromise, Index, Meilisearch } from 'meilisearch'
import type { SearchDocument } from '../../document.ts'
import { INDEX_SETTINGS } from './settings.ts'
import { storedDocument } from './stored.ts'

const BATCH = 500

/** Waits until the server has really done it: an enqueued task may still fail. */
const done = async (task: EnqueuedTaskPromise): Promise<void> => {
  const { uid, type, status, error } = await task.waitTask()
  if (status !== 'succeeded')
    throw new Error(`Meilisearch task ${uid} (${type}) ${status}: ${error?.message ?? ''}`)
}

export const indexExists = async (client: Meilisearch, uid: string): Promise<boolean> => {
  const { results } = await client.getRawIndexes({ limit: 1000 })
  return results.some((index) => index.uid === uid)
}

/** Creates the index when it is missing and brings its settings to those of the code. */
export const prepareIndex = async (client: Meilisearch, uid: string): Promise<void> => {
  if (!(await indexExists(client, uid))) await done(client.createIndex(uid, { primaryKey: 'id' }))
  await done(client.index(uid).updateSettings(INDEX_SETTINGS))
}

export const addDocuments = async (index: Index, documents: readonly SearchDocument[]): Promise<void> => {
  for (let at = 0; at < documents.length; at += BATCH) {
    const batch = documents.slice(at, at + BATCH).map(storedDocument)
    await done(index.addDocuments(batch, { primaryKey: 'id' }))
  }
}

export const removeDocuments = (index: Index, ids: readonly string[]): Promise<void> =>
  done(index.deleteDocuments([...ids]))

const fill = async (index: Index, documents: AsyncIterable<SearchDocument>): Promise<number> => {
  let indexed = 0
  let batch: SearchDocument[] = []
  const flush = async () => {
    await addDocuments(index, batch)
    indexed += batch.length
    batch = []
  }
  for await (const document of documents) {
    batch.push(document)
    if (batch.length === BATCH) await flush()
  }
  if (batch.length > 0) await flush()
  return indexed
}

/** Fills `next` beside the index in use, swaps the two in one task and drops the old one. */
export const rebuildBySwap = async (
  client: Meilisearch,
  uid: string,
  next: string,
  documents: AsyncIterable<SearchDocument>,
): Promise<{ indexed: number }> => {
  try {
    await prepareIndex(client, next)
    const indexed = await fill(client.index(next), documents)
    // Only handed in, not waited for: tasks are done in order, and an index that exists counts as filled.
    if (!(await indexExists(client, uid))) await client.createIndex(uid, { primaryKey: 'id' })
    await done(client.swapIndexes([{ indexes: [uid, next], rename: false }]))
    return { indexed }
  } finally {
    // After the swap this is the old index; before it, what a failed rebuild left behind.
    await client.deleteIndexIfExists(next)
  }
}
