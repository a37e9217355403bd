import type { Database } from '@market/database'
import { listings, savedSearches, savedSearchMatches } from '@market/database/schema'
import type { Clock } from '@market/domain'
import type { SearchDocument, StandingQueries } from '@market/search'
import { and, asc, eq, gt, isNull, ne, or, sql } from 'drizzle-orm'
import { readDocuments } from '../read-documents.ts'
import { passesFilters } from './passes-filters.ts'
import type { SavedSearchRecord } from './records.ts'

export interface MatchContext {
  db: Database
  clock: Clock
  standing: StandingQueries
}

const COMPILED_AT_ONCE = 500

/** Queries that an older edition compiled are read anew before they are used. */
const compileAnew = async ({ db, standing }: MatchContext): Promise<void> => {
  for (let last = '00000000-0000-0000-0000-000000000000'; ; ) {
    const stale = await db
      .select({ id: savedSearches.id, text: savedSearches.text })
      .from(savedSearches)
      .where(and(ne(savedSearches.compiledBy, standing.edition), gt(savedSearches.id, last)))
      .orderBy(asc(savedSearches.id))
      .limit(COMPILED_AT_ONCE)
    for (const { id, text } of stale) {
      const compiled = standing.compile(text)
      await db
        .update(savedSearches)
        .set({ compiled, compiledBy: standing.edition })
        .where(eq(savedSearches.id, id))
    }
    const end = stale.at(-1)
    if (!end || stale.length < COMPILED_AT_ONCE) return
    last = end.id
  }
}

/** One statement holds the document against every query that is kept; what it is filtered by is looked at here. */
export const findMatching = async (
  { db, standing }: MatchContext,
  document: SearchDocument,
): Promise<Pick<SavedSearchRecord, 'id' | 'filters'>[]> => {
  const face = sql`(select ${standing.face(document)}::text::tsvector)`
  const asked = await db
    .select({ id: savedSearches.id, filters: savedSearches.filters })
    .from(savedSearches)
    .where(
      and(
        isNull(savedSearches.pausedAt),
        or(isNull(savedSearches.compiled), sql`${face} @@ ${savedSearches.compiled}`),
      ),
    )
  return asked.filter(({ filters }) => passesFilters(document, filters))
}

/**
 * Notes every saved search that finds a listing as it now stands: once per search and version, however often it is
 * called. Returns how many found it for the first time.
 */
export const matchSavedSearches = async (context: MatchContext, listingId: string): Promise<number> => {
  const { db, clock } = context
  // The version before the text: a publication in between brings an event of its own.
  const [listing] = await db
    .select({ version: listings.version })
    .from(listings)
    .where(eq(listings.id, listingId))
  const [document] = await readDocuments(db, [listingId])
  if (!listing || !document) return 0
  await compileAnew(context)
  const matching = await findMatching(context, document)
  if (matching.length === 0) return 0
  const matchedAt = clock.now()
  return db.transaction(async (tx) => {
    const rows = await tx
      .insert(savedSearchMatches)
      .values(
        matching.map(({ id }) => ({ savedSearchId: id, listingId, version: listing.version, matchedAt })),
      )
      .onConflictDoNothing()
      .returning({ id: savedSearchMatches.savedSearchId })
    // One queue, so that no two workers tell the same news at once; the digests stand in it too. Also where all was found
    // before: it may be untold still, while the listing took no requests.
    await tx.execute(sql`
      select graphile_worker.add_job('tell_saved_searches', queue_name := 'saved_searches',
        job_key := 'tell_saved_searches')`)
    return rows.length
  })
}
