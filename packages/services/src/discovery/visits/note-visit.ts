import { listings, listingVisits } from '@market/database/schema'
import { refuse, shanghaiDateOf } from '@market/domain'
import { authorize, may, relationsTo } from '@market/domain/policy'
import { eq } from 'drizzle-orm'
import type { ServiceContext } from '../../index.ts'
import { isPublic } from '../favourites/records.ts'
import { type Visitor, visitorDigest } from './visitor.ts'

/**
 * Counts that a public listing was looked at: once a day per organization, or per visitor without one. The owner's own
 * people do not count. It measures and decides nothing, so it leaves no audit row. Refuses with `listing.not_found`.
 */
export const noteVisit = async (
  context: ServiceContext,
  { listingId, visitor }: { listingId: string; visitor: Visitor },
): Promise<void> => {
  const { db, actor, clock } = context
  const [listing] = await db.select().from(listings).where(eq(listings.id, listingId))
  if (!listing) throw refuse('not-found', 'listing.not_found')
  const relations = relationsTo(actor, {
    organizationId: listing.organizationId,
    public: isPublic(listing),
  })
  authorize(actor, 'listing.note_visit', relations)
  if (may(actor, 'listing.read_visits', relations)) return
  const visitedOn = shanghaiDateOf(clock.now())
  const who = actor?.organizationId
    ? { organizationId: actor.organizationId }
    : { visitor: await visitorDigest(context, 'visit', visitedOn, visitor) }
  await db
    .insert(listingVisits)
    .values({ listingId, visitedOn, ...who })
    .onConflictDoNothing()
}
