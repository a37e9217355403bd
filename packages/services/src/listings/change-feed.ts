import type { Database } from '@market/database'
import { listingChanges, listings, organizations } from '@market/database/schema'
import { refuse } from '@market/domain'
import { authorize } from '@market/domain/policy'
import { and, asc, eq, gt, isNull, max, sql } from 'drizzle-orm'
import type { ServiceContext } from '../index.ts'
import { columnsOf } from './content.ts'
import type { ListedListing } from './list-listings.ts'
import { isPublic } from './records.ts'

export type ListingChange = Omit<typeof listingChanges.$inferSelect, 'position' | 'number'> & {
  position: number
  /** As the public reads it now; null once it cannot be read any more. */
  listing: ListedListing | null
}

export interface ChangeFeedInput {
  /** The last position the reader has seen; 0 to begin. */
  since: number
  organizationId?: string | undefined
  limit: number
}

/**
 * Gives every committed change without a place the next places, one queue for all. The lock is kept until the commit:
 * whoever places next, and whoever reads, sees these places first.
 */
export const placeListingChanges = async (db: Database): Promise<void> => {
  const [waiting] = await db
    .select({ number: listingChanges.number })
    .from(listingChanges)
    .where(isNull(listingChanges.position))
    .limit(1)
  if (!waiting) return
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('listing_changes'))`)
    // A statement of its own: what others placed while we waited for the lock is visible to it.
    await tx.execute(sql`
      with waiting as (
        select number, row_number() over (order by number) as place from listing_changes where position is null
      )
      update listing_changes change
      set position = waiting.place + coalesce((select max(position) from listing_changes), 0)
      from waiting where waiting.number = change.number`)
  })
}

const lastPosition = async (db: Database): Promise<number> => {
  const [row] = await db.select({ last: max(listingChanges.position) }).from(listingChanges)
  return row?.last ?? 0
}

/**
 * What happened to the public listings after a position, in an order that never changes. Refuses with
 * `changes.unknown_position` for a position that was never given: such a reader must begin again.
 */
export const readChangeFeed = async (
  { db, actor }: ServiceContext,
  { since, organizationId, limit }: ChangeFeedInput,
): Promise<{ items: ListingChange[]; position: number; more: boolean }> => {
  authorize(actor, 'listing.read_feed')
  await placeListingChanges(db)
  const rows = await db
    .select({ change: listingChanges, listing: listings, organization: organizations })
    .from(listingChanges)
    .innerJoin(listings, eq(listings.id, listingChanges.listingId))
    .innerJoin(organizations, eq(organizations.id, listings.organizationId))
    .where(
      and(
        gt(listingChanges.position, since),
        organizationId === undefined ? undefined : eq(listingChanges.organizationId, organizationId),
      ),
    )
    .orderBy(asc(listingChanges.position))
    .limit(limit + 1)
  const items = rows.slice(0, limit).map(({ change, listing, organization }) => ({
    ...change,
    position: change.position ?? 0,
    listing: isPublic(listing) ? { listing, columns: columnsOf(listing), organization } : null,
  }))
  if (items.length === 0 && since > (await lastPosition(db))) {
    throw refuse('conflict', 'changes.unknown_position', { since })
  }
  return { items, position: items.at(-1)?.position ?? since, more: rows.length > limit }
}
