import { listingRights, listings, rights } from '@market/database/schema'
import { refuse, shanghaiDateOf } from '@market/domain'
import { isPublicState } from '@market/domain/listings'
import { authorize, relationsTo } from '@market/domain/policy'
import { type EncumbranceLine, encumbranceLines } from '@market/domain/rights'
import { asc, eq } from 'drizzle-orm'
import type { ServiceContext } from '../index.ts'
import { type RightDossier, readDossiers } from './dossiers.ts'
import { readGrants } from './read-grants.ts'
import { type Offerer, readOfferers } from './read-offerers.ts'
import type { ListingRow } from './records.ts'

export interface ListingEncumbrances {
  listing: ListingRow
  rights: { dossier: RightDossier; lines: EncumbranceLine[]; alsoOfferedBy: Offerer[] }[]
  /** The frozen right's own number or name, where the listing is frozen. */
  frozenBy: string | null
}

const findReadable = async (context: ServiceContext, id: string): Promise<ListingRow> => {
  const [listing] = await context.db.select().from(listings).where(eq(listings.id, id))
  if (!listing) throw refuse('not-found', 'listing.not_found')
  const isPublic = isPublicState(listing.state)
  const standing = { organizationId: listing.organizationId, public: isPublic }
  authorize(context.actor, 'listing.read', relationsTo(context.actor, standing))
  return listing
}

/**
 * How the rights of a listing stand today and what burdens them, read live for whoever may read the listing: each line
 * with its source and the day it was checked. Refuses with `listing.not_found`.
 */
export const readEncumbrances = async (
  context: ServiceContext,
  listingId: string,
): Promise<ListingEncumbrances> => {
  const { db, clock } = context
  const listing = await findReadable(context, listingId)
  const today = shanghaiDateOf(clock.now())
  const offered = await db
    .select({ id: listingRights.rightId, subject: rights.subject })
    .from(listingRights)
    .innerJoin(rights, eq(rights.id, listingRights.rightId))
    .where(eq(listingRights.listingId, listingId))
    .orderBy(asc(listingRights.position))
  const dossiers = await readDossiers(
    db,
    offered.map(({ id }) => id),
    today,
  )
  const grants = await readGrants(
    db,
    offered.map(({ subject }) => subject),
    today,
  )
  const offerers = await readOfferers(
    db,
    dossiers.map(({ right }) => right),
  )
  const frozen = dossiers.find(({ right }) => right.id === listing.frozenRightId)?.right
  return {
    listing,
    rights: dossiers.map((dossier) => {
      const own = grants.filter(({ subject }) => subject === dossier.right.subject)
      const alsoOfferedBy = offerers.filter(({ subject }) => subject === dossier.right.subject)
      return { dossier, lines: encumbranceLines({ ...dossier, grants: own }, today), alsoOfferedBy }
    }),
    frozenBy: frozen ? (frozen.number ?? frozen.title) : null,
  }
}
