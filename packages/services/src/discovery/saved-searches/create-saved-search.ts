import { inUnitOfWork, refusingOn } from '@market/database'
import { savedSearches } from '@market/database/schema'
import { refuse, shanghaiDateOf } from '@market/domain'
import type { Cadence } from '@market/domain/discovery'
import { authorize } from '@market/domain/policy'
import type { SearchFilters, SearchRanges, StandingQueries } from '@market/search'
import { count, eq, sql } from 'drizzle-orm'
import { requireActor, type ServiceContext } from '../../index.ts'
import { MAX_SAVED_SEARCHES, queryKeyOf, type SavedSearchRecord, settingsOf, trailOf } from './records.ts'
import { storedFilters } from './stored-filters.ts'

export interface CreateSavedSearchInput {
  name: string
  text: string
  filters: SearchFilters
  ranges?: SearchRanges | undefined
  cadence: Cadence
  byMail: boolean
}

const alreadyKept = () => refuse('conflict', 'saved_search.exists')

/**
 * Keeps a search that tells of new listings from now on. Refuses with `saved_search.exists`, `saved_search.empty` (it
 * asks for everything) or `saved_search.too_many`.
 */
export const createSavedSearch = async (
  context: ServiceContext & { standing: StandingQueries },
  input: CreateSavedSearchInput,
): Promise<SavedSearchRecord> => {
  const actor = requireActor(context)
  authorize(actor, 'saved_search.create')
  const { name, cadence, byMail } = input
  const text = input.text.trim()
  const filters = storedFilters(input)
  const compiled = context.standing.compile(text)
  if (compiled === null && Object.keys(filters).length === 0) throw refuse('invalid', 'saved_search.empty')
  const { userId } = actor
  return refusingOn({ saved_searches_once: alreadyKept }, () =>
    inUnitOfWork(context, async ({ tx, now, audit }) => {
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`saved searches ${userId}`}, 0))`)
      const [kept] = await tx
        .select({ number: count() })
        .from(savedSearches)
        .where(eq(savedSearches.userId, userId))
      if ((kept?.number ?? 0) >= MAX_SAVED_SEARCHES) {
        throw refuse('limit', 'saved_search.too_many', { max: MAX_SAVED_SEARCHES })
      }
      const [row] = await tx
        .insert(savedSearches)
        .values({
          id: context.ids.next(),
          userId,
          name,
          text,
          filters,
          queryKey: queryKeyOf(text, filters),
          compiled,
          compiledBy: context.standing.edition,
          cadence,
          byMail,
          lastDigestOn: shanghaiDateOf(now),
          createdAt: now,
        })
        .returning()
      if (!row) throw new Error('The search was not stored.')
      audit({ ...trailOf(row), action: 'saved_search.create', after: settingsOf(row) })
      return row
    }),
  )
}
