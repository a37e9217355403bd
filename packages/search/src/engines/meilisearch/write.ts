import type { EnqueuedTaskPromise, Index, Meilisearch, WaitOptions } from 'meilisearch'
import type { SearchDocument } from '../../document.ts'
import { settingsToSend } from './settings.ts'
import { storedDocument } from './stored.ts'

const BATCH = 500
const REBUILD_BATCH = 5_000
/**
 * Tasks of a rebuild that may wait at the server. It takes on together what waits for it, and each time goes through
 * much of the index whether it adds a few documents or many; more than these would fill the memory of both.
 */
const HANDED_IN = 10
/** What a rebuild hands in waits for what it handed in before, and a setting that changes has all documents indexed anew. */
const LONG_WAIT: WaitOptions = { timeout: 60 * 60_000, interval: 50 }

/** Waits until the server has really done it: an enqueued task may still fail. */
const done = async (task: EnqueuedTaskPromise, wait?: WaitOptions): Promise<void> => {
  const { uid, type, status, error } = await task.waitTask(wait)
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
  const index = client.index(uid)
  const settings = settingsToSend(await index.getSettings())
  if (Object.keys(settings).length > 0) await done(index.updateSettings(settings), LONG_WAIT)
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
  const waiting: EnqueuedTaskPromise[] = []
  const waitDownTo = async (most: number) => {
    for (const task of waiting.splice(0, Math.max(0, waiting.length - most))) await done(task, LONG_WAIT)
  }
  const handIn = async () => {
    const task = index.addDocuments(batch.map(storedDocument), { primaryKey: 'id' })
    await task
    waiting.push(task)
    indexed += batch.length
    batch = []
    await waitDownTo(HANDED_IN)
  }
  for await (const document of documents) {
    batch.push(document)
    if (batch.length === REBUILD_BATCH) await handIn()
  }
  if (batch.length > 0) await handIn()
  await waitDownTo(0)
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
