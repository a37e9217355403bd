import { favourites, listings, organizations } from '@market/database/schema'
import { authorize } from '@market/domain/policy'
import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { decodeInstantCursor, type Page, pageOf, requireActor, type ServiceContext } from '../../index.ts'
import type { FavouriteRecord } from './records.ts'

export interface ListedFavourite {
  favourite: FavouriteRecord
  listing: typeof listings.$inferSelect
  owner: { id: string; nameZh: string; nameEn: string }
}

/** The person's favourites, the last kept first; also those that are no longer on offer. */
export const listFavourites = async (
  context: ServiceContext,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<Page<ListedFavourite>> => {
  const actor = requireActor(context)
  authorize(actor, 'favourite.list')
  const after = cursor === undefined ? undefined : decodeInstantCursor(cursor)
  const { id, nameZh, nameEn } = organizations
  const rows = await context.db
    .select({ favourite: favourites, listing: listings, owner: { id, nameZh, nameEn } })
    .from(favourites)
    .innerJoin(listings, eq(listings.id, favourites.listingId))
    .innerJoin(organizations, eq(id, listings.organizationId))
    .where(
      and(
        eq(favourites.userId, actor.userId),
        after &&
          sql`(${favourites.createdAt}, ${favourites.listingId}) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`,
      ),
    )
    .orderBy(desc(favourites.createdAt), desc(favourites.listingId))
    .limit(limit + 1)
  return pageOf(rows, limit, ({ favourite }) => [favourite.createdAt.toISOString(), favourite.listingId])
}

/** Which of these listings the person has kept. */
export const findFavourites = async (
  context: ServiceContext,
  listingIds: readonly string[],
): Promise<FavouriteRecord[]> => {
  const actor = requireActor(context)
  authorize(actor, 'favourite.list')
  if (listingIds.length === 0) return []
  return context.db
    .select()
    .from(favourites)
    .where(and(eq(favourites.userId, actor.userId), inArray(favourites.listingId, [...listingIds])))
}
