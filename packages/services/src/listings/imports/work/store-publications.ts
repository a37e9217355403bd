import type { UnitOfWork } from '@market/database'
import { listingRights, listings } from '@market/database/schema'
import { PUBLIC_LISTING_STATES } from '@market/domain/listings'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { recordsOf } from './store-rows.ts'

export interface Publication {
  publicationNumber: string | null
  publishedOn: string | null
}

interface Completed extends Record<string, unknown> {
  id: string
  organizationId: string
  /** Older than the import: its history and its listings are told. */
  known: boolean
  before: Publication
  after: Publication
}

const tellOf = async (unit: UnitOfWork, { id, organizationId, before, after }: Completed): Promise<void> => {
  unit.audit({ action: 'right.edit', subjectType: 'right', subjectId: id, organizationId, before, after })
  if (before.publicationNumber === after.publicationNumber) return
  const found = await unit.tx
    .select({ id: listings.id })
    .from(listings)
    .innerJoin(listingRights, eq(listingRights.listingId, listings.id))
    .where(and(eq(listingRights.rightId, id), inArray(listings.state, PUBLIC_LISTING_STATES)))
  for (const listing of found)
    unit.emit({ type: 'listing.changed', subjectId: listing.id, payload: { right: id } })
}

/**
 * Keeps the number a right was published under, and the day, in its record, where that says none yet. A day goes with
 * its number: none is put beside another, nor before the filing the record knows of.
 */
export const storePublications = async (
  unit: UnitOfWork,
  publications: readonly ({ listingId: string } & Publication)[],
): Promise<void> => {
  if (publications.length === 0) return
  const completed = await unit.tx.execute<Completed>(sql`
    with completed as (
      select rights.id, rights.publication_number, rights.published_on,
        coalesce(rights.publication_number, v."publicationNumber") as number,
        coalesce(rights.published_on,
          case when rights.filed_on is null or v."publishedOn" >= rights.filed_on then v."publishedOn" end) as day
      from ${recordsOf(publications)} as v("listingId" uuid, "publicationNumber" text, "publishedOn" date)
      join listing_rights on listing_rights.listing_id = v."listingId"
      join rights on rights.id = listing_rights.right_id
      where rights.publication_number is null or rights.publication_number = v."publicationNumber"
    )
    update rights set publication_number = c.number, published_on = c.day from completed c
    where rights.id = c.id and (c.number, c.day) is distinct from (c.publication_number, c.published_on)
    returning rights.id, rights.organization_id as "organizationId",
      rights.created_at < ${unit.now.toISOString()}::timestamptz as known,
      json_build_object('publicationNumber', c.publication_number, 'publishedOn', c.published_on) as before,
      json_build_object('publicationNumber', c.number, 'publishedOn', c.day) as after`)
  for (const right of completed) if (right.known) await tellOf(unit, right)
}
