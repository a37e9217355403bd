import { inUnitOfWork } from '@market/database'
import { favourites, listings } from '@market/database/schema'
import { refuse } from '@market/domain'
import { authorize, relationsTo } from '@market/domain/policy'
import { count, eq, sql } from 'drizzle-orm'
import { requireActor, type ServiceContext } from '../../index.ts'
import { type FavouriteRecord, holdFavourite, isPublic, sameFavourite, trailOf } from './records.ts'

export const MAX_FAVOURITES = 500

/**
 * Keeps a public listing for the person; one that is kept already stays as it is. Refuses with `listing.not_found` or
 * `favourite.too_many`.
 */
export const addFavourite = async (context: ServiceContext, listingId: string): Promise<FavouriteRecord> => {
  const actor = requireActor(context)
  const { userId } = actor
  return inUnitOfWork(context, async ({ tx, now, audit }) => {
    const [listing] = await tx.select().from(listings).where(eq(listings.id, listingId))
    if (!listing) throw refuse('not-found', 'listing.not_found')
    const { organizationId } = listing
    authorize(actor, 'favourite.add', relationsTo(actor, { organizationId, public: isPublic(listing) }))
    // Two clicks at once must not both find room for the last one.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`favourites ${userId}`}, 0))`)
    const [kept] = await tx.select({ number: count() }).from(favourites).where(eq(favourites.userId, userId))
    if ((kept?.number ?? 0) >= MAX_FAVOURITES) {
      throw refuse('limit', 'favourite.too_many', { max: MAX_FAVOURITES })
    }
    await tx.insert(favourites).values({ userId, listingId, createdAt: now }).onConflictDoNothing()
    audit({ ...trailOf({ userId, listingId }), action: 'favourite.add' })
    return holdFavourite(tx, actor, 'favourite.read', listingId)
  })
}

/** Writes the person's own note. Refuses with `favourite.not_found`. */
export const noteFavourite = async (
  context: ServiceContext,
  { listingId, note }: { listingId: string; note: string },
): Promise<FavouriteRecord> => {
  const actor = requireActor(context)
  return inUnitOfWork(context, async ({ tx, audit }) => {
    const before = await holdFavourite(tx, actor, 'favourite.note', listingId)
    const [after] = await tx.update(favourites).set({ note }).where(sameFavourite(before)).returning()
    if (!after) throw refuse('not-found', 'favourite.not_found')
    // The words are the person's own and stay out of the trail.
    audit({ ...trailOf(before), action: 'favourite.note' })
    return after
  })
}

/** Lets go of a listing. Refuses with `favourite.not_found`. */
export const removeFavourite = async (context: ServiceContext, listingId: string): Promise<void> => {
  const actor = requireActor(context)
  await inUnitOfWork(context, async ({ tx, audit }) => {
    const before = await holdFavourite(tx, actor, 'favourite.remove', listingId)
    await tx.delete(favourites).where(sameFavourite(before))
    audit({ ...trailOf(before), action: 'favourite.remove' })
  })
}
