import type { Database, Transaction } from '@market/database'
import { favourites, type listings } from '@market/database/schema'
import type { Actor } from '@market/domain'
import { refuse } from '@market/domain'
import { isPublicState } from '@market/domain/listings'
import { type Action, authorize, relationsTo } from '@market/domain/policy'
import { and, eq } from 'drizzle-orm'

export type FavouriteRecord = typeof favourites.$inferSelect

export interface FavouriteKey {
  userId: string
  listingId: string
}

export const isPublic = ({ state }: Pick<typeof listings.$inferSelect, 'state'>): boolean =>
  isPublicState(state)

export const sameFavourite = ({ userId, listingId }: FavouriteKey) =>
  and(eq(favourites.userId, userId), eq(favourites.listingId, listingId))

/** The person's own favourite. Refuses with `favourite.not_found`. */
export const holdFavourite = async (
  tx: Database | Transaction,
  actor: Actor,
  action: Action,
  listingId: string,
): Promise<FavouriteRecord> => {
  const [row] = await tx
    .select()
    .from(favourites)
    .where(sameFavourite({ userId: actor.userId, listingId }))
  if (!row) throw refuse('not-found', 'favourite.not_found')
  authorize(actor, action, relationsTo(actor, { userId: row.userId }))
  return row
}

/** Personal: nobody of the organization reads it in the trail. */
export const trailOf = ({ userId, listingId }: FavouriteKey) => ({
  subjectType: 'favourite',
  subjectId: `${userId}/${listingId}`,
})
