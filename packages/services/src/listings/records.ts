import { type Database, prepared, type Transaction } from '@market/database'
import { listings } from '@market/database/schema'
import { type Actor, refuse } from '@market/domain'
import { isPublicState } from '@market/domain/listings'
import { type Relation, relationsTo } from '@market/domain/policy'
import { eq, sql } from 'drizzle-orm'

export type ListingRow = typeof listings.$inferSelect
export type Reader = Database | Transaction

/** The columns that say how a listing stands; what its editors wrote is in others. */
export const standingColumns = {
  id: listings.id,
  organizationId: listings.organizationId,
  state: listings.state,
  version: listings.version,
  revision: listings.revision,
  changesState: listings.changesState,
  reviewReasons: listings.reviewReasons,
  reviewerId: listings.reviewerId,
  createdAt: listings.createdAt,
  updatedAt: listings.updatedAt,
  submittedAt: listings.submittedAt,
  publishedAt: listings.publishedAt,
  closedAt: listings.closedAt,
  frozenReason: listings.frozenReason,
  expiresOn: listings.expiresOn,
  contactId: listings.contactId,
}
export type ListingStanding = Pick<ListingRow, keyof typeof standingColumns>

export const isPublic = ({ state }: Pick<ListingRow, 'state'>): boolean => isPublicState(state)

export const relationsToListing = (
  actor: Actor | null,
  listing: Pick<ListingRow, 'organizationId' | 'state'>,
): Relation[] => relationsTo(actor, { organizationId: listing.organizationId, public: isPublic(listing) })

const oneListing = prepared((db) =>
  db
    .select()
    .from(listings)
    .where(eq(listings.id, sql.placeholder('id')))
    .prepare('listing'),
)

/** Refuses with `listing.not_found`. */
export const findListing = async (db: Reader, id: string): Promise<ListingRow> => {
  const [row] = await oneListing(db).execute({ id })
  if (!row) throw refuse('not-found', 'listing.not_found')
  return row
}
