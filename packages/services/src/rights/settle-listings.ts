import type { UnitOfWork } from '@market/database'
import { listingRights, listings } from '@market/database/schema'
import { shanghaiDateOf } from '@market/domain'
import { REQUESTABLE_LISTING_STATES } from '@market/domain/listings'
import { and, asc, eq, exists, inArray, isNotNull, or } from 'drizzle-orm'
import { type RightDossier, readDossiers } from './dossiers.ts'
import type { ListingRow } from './records.ts'

/** The listings on offer, or frozen, that this right stands in; held in one order for everybody. */
export const holdOffers = async ({ tx }: UnitOfWork, rightId: string): Promise<ListingRow[]> => {
  const offered = tx
    .select({ id: listingRights.listingId })
    .from(listingRights)
    .where(and(eq(listingRights.listingId, listings.id), eq(listingRights.rightId, rightId)))
  return tx
    .select()
    .from(listings)
    .where(
      and(
        exists(offered),
        or(inArray(listings.state, REQUESTABLE_LISTING_STATES), isNotNull(listings.frozenAt)),
      ),
    )
    .orderBy(asc(listings.id))
    .for('update')
}

const endedRightOf = async (
  { tx, now }: UnitOfWork,
  listingId: string,
): Promise<RightDossier | undefined> => {
  const rows = await tx
    .select({ id: listingRights.rightId })
    .from(listingRights)
    .where(eq(listingRights.listingId, listingId))
    .orderBy(asc(listingRights.position))
  const ids = rows.map(({ id }) => id)
  return (await readDossiers(tx, ids, shanghaiDateOf(now))).find(({ standing }) => standing.ending !== null)
}

const freezeOrThaw = async (unit: UnitOfWork, listing: ListingRow): Promise<boolean> => {
  const ended = await endedRightOf(unit, listing.id)
  const reason = ended?.standing.ending?.reason ?? null
  const rightId = ended?.right.id ?? null
  if (reason === listing.frozenReason && rightId === listing.frozenRightId) return false
  const frozenAt = reason === null ? null : (listing.frozenAt ?? unit.now)
  await unit.tx
    .update(listings)
    .set({ frozenAt, frozenReason: reason, frozenRightId: rightId, updatedAt: unit.now })
    .where(eq(listings.id, listing.id))
  const action = reason === null ? 'listing.thaw' : 'listing.freeze'
  unit.audit({
    action,
    subjectType: 'listing',
    subjectId: listing.id,
    organizationId: listing.organizationId,
    before: { frozenReason: listing.frozenReason, frozenRightId: listing.frozenRightId },
    after: { frozenReason: reason, frozenRightId: rightId },
  })
  if (reason === null || listing.frozenReason === null) {
    const type = reason === null ? 'listing.thawed' : 'listing.frozen'
    unit.emit({ type, subjectId: listing.id, payload: { reason: reason ?? listing.frozenReason } })
  }
  return true
}

/**
 * Freezes the listings of a right that no longer protects and thaws those whose rights all protect again, as of now;
 * returns how many changed. The people concerned hear of it by the events `listing.frozen` and `listing.thawed`.
 */
export const settleListings = async (unit: UnitOfWork, rightId: string): Promise<number> => {
  let changed = 0
  for (const listing of await holdOffers(unit, rightId)) {
    if (await freezeOrThaw(unit, listing)) changed += 1
  }
  return changed
}
