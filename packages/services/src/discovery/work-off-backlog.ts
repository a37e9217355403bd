import type { Database } from '@market/database'
import { searchBacklog } from '@market/database/schema'
import type { EngineName, SearchEngine } from '@market/search'
import { and, asc, eq, or } from 'drizzle-orm'
import { bringListings } from './bring-listings.ts'
import { INDEX_BATCH, type IndexContext } from './index-context.ts'
import { noteBacklog } from './note-backlog.ts'
import { rebuildSearch } from './rebuild-search.ts'

interface Missed {
  listingId: string
  attempts: number
}

const MOST_PER_RUN = 10_000

const readBacklog = (db: Database, engine: EngineName): Promise<Missed[]> =>
  db
    .select({ listingId: searchBacklog.listingId, attempts: searchBacklog.attempts })
    .from(searchBacklog)
    .where(eq(searchBacklog.engine, engine))
    .orderBy(asc(searchBacklog.lastFailedAt))
    .limit(MOST_PER_RUN)

/** A failure noted while we were at it has raised `attempts`: that row stays. */
const forget = (db: Database, engine: EngineName, missed: readonly Missed[]) =>
  db
    .delete(searchBacklog)
    .where(
      and(
        eq(searchBacklog.engine, engine),
        or(
          ...missed.map(({ listingId, attempts }) =>
            and(eq(searchBacklog.listingId, listingId), eq(searchBacklog.attempts, attempts)),
          ),
        ),
      ),
    )

const idsOf = (missed: readonly Missed[]): string[] => missed.map(({ listingId }) => listingId)

/** One document an engine will not take must not keep back the others of its batch. */
const handOver = async (
  context: IndexContext,
  engine: SearchEngine,
  batch: readonly Missed[],
): Promise<number> => {
  try {
    await bringListings(context.db, engine, idsOf(batch))
    await forget(context.db, engine.name, batch)
    return batch.length
  } catch (error) {
    const half = Math.ceil(batch.length / 2)
    if (batch.length === 1 || !(await engine.health()).available) {
      await noteBacklog(context, engine.name, idsOf(batch), error)
      return 0
    }
    const first = await handOver(context, engine, batch.slice(0, half))
    return first + (await handOver(context, engine, batch.slice(half)))
  }
}

/**
 * Hands each engine that answers again what it missed, and everything to one that is new; returns how many missed
 * listings were taken.
 */
export const workOffBacklog = async (context: IndexContext): Promise<number> => {
  let done = 0
  for (const engine of context.engines) {
    if (!(await engine.health()).available) continue
    if (!(await engine.isBuilt())) await rebuildSearch({ ...context, engines: [engine] })
    const missed = await readBacklog(context.db, engine.name)
    for (let at = 0; at < missed.length; at += INDEX_BATCH) {
      if (!(await engine.health()).available) break
      done += await handOver(context, engine, missed.slice(at, at + INDEX_BATCH))
    }
  }
  return done
}
