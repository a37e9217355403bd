import type { Database } from '@market/database'
import type { SearchDocument, SearchEngine } from '@market/search'
import { readDocuments } from './read-documents.ts'

const MOST_ROUNDS = 5

const write = async (engine: SearchEngine, ids: readonly string[], documents: readonly SearchDocument[]) => {
  const found = new Set(documents.map(({ id }) => id))
  const gone = ids.filter((id) => !found.has(id))
  if (gone.length > 0) await engine.remove(gone)
  if (documents.length > 0) await engine.index(documents)
}

/**
 * Brings one engine to what the database says of these listings, and reads again afterwards: when two jobs cross,
 * whichever writes last sees what the other had read, so a stale text cannot stay. Fails when the engine does.
 */
export const bringListings = async (
  db: Database,
  engine: SearchEngine,
  ids: readonly string[],
): Promise<void> => {
  // Else the first change would make an index of one listing, and searches would find nothing but that.
  if (!(await engine.isBuilt())) throw new Error(`The index of ${engine.name} is still to be built.`)
  let written: string | undefined
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const documents = await readDocuments(db, ids)
    const state = JSON.stringify(documents)
    if (state === written) return
    await write(engine, ids, documents)
    written = state
  }
  throw new Error('The listings changed faster than they could be indexed.')
}
