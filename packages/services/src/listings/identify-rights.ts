import type { Transaction } from '@market/database'
import { listingRights, listings, rights as rightsTable } from '@market/database/schema'
import { type IdSource, refuse } from '@market/domain'
import { PUBLIC_LISTING_STATES } from '@market/domain/listings'
import { and, eq, inArray, ne, or } from 'drizzle-orm'
import type { RightContent } from './content.ts'
import type { ListingRow } from './records.ts'

type RightRow = typeof rightsTable.$inferSelect

/** What a listing's text says of a right, as the record has it. */
export const factsOf = (row: RightRow): RightContent => ({
  id: row.id,
  kind: row.kind,
  number: row.number,
  title: row.title,
  ownerNames: row.ownerNames,
  inventorNames: row.inventorNames,
  filedOn: row.filedOn,
  grantedOn: row.grantedOn,
  expiresOn: row.expiresOn,
  legalStatus: row.legalStatus,
})

/** The organization's records of what was typed: by kind and number, and by id. */
const findStored = async (tx: Transaction, organizationId: string, typed: readonly RightContent[]) => {
  const numbers = typed.flatMap(({ number }) => (number === null ? [] : [number]))
  const ids = typed.map(({ id }) => id)
  const rows =
    ids.length === 0
      ? []
      : await tx
          .select()
          .from(rightsTable)
          .where(
            and(
              eq(rightsTable.organizationId, organizationId),
              or(inArray(rightsTable.id, ids), inArray(rightsTable.number, numbers)),
            ),
          )
  const numbered = rows.filter(({ number }) => number !== null)
  return {
    byNumber: new Map(numbered.map((row) => [`${row.kind} ${row.number}`, row])),
    kept: new Map(rows.flatMap((row) => (row.keptSince ? [[row.id, row] as const] : []))),
  }
}

/** Which of these rights other listings offer, and whether one of those listings is public. */
const offeredElsewhere = async (tx: Transaction, listingId: string, ids: readonly string[]) => {
  if (ids.length === 0) return { any: new Set<string>(), publicly: new Set<string>() }
  const rows = await tx
    .select({ rightId: listingRights.rightId, state: listings.state })
    .from(listingRights)
    .innerJoin(listings, eq(listings.id, listingRights.listingId))
    .where(and(inArray(listingRights.rightId, [...ids]), ne(listingRights.listingId, listingId)))
  const open = rows.filter(({ state }) => PUBLIC_LISTING_STATES.some((one) => one === state))
  return {
    any: new Set(rows.map((row) => row.rightId)),
    publicly: new Set(open.map((row) => row.rightId)),
  }
}

const changedMeanwhile = () => refuse('conflict', 'listing.changed_meanwhile')

/** Two listings of one organization may state, or drop, the same right at the same instant; a licensed one keeps its number. */
export const rightRefusals = {
  rights_number_once_per_organization: changedMeanwhile,
  listing_rights_right_id_rights_id_fk: changedMeanwhile,
  rights_licensed_subject: () => refuse('conflict', 'right.licensed'),
}

/**
 * Finds the rights the organization has already stated, by kind and number, so that one right is one record
 * whatever number of listings offer it. A record that is kept on its own speaks for itself. What a reviewer has
 * published about a right is not changed by another listing's draft: `keepPublished` takes the stored facts instead
 * of the typed ones.
 */
export const identifyRights = async (
  tx: Transaction,
  listing: Pick<ListingRow, 'id' | 'organizationId'>,
  typed: readonly RightContent[],
  options: { ids: IdSource; keepPublished: boolean },
): Promise<RightContent[]> => {
  const { byNumber, kept } = await findStored(tx, listing.organizationId, typed)
  const candidates = [...typed.map(({ id }) => id), ...[...byNumber.values()].map(({ id }) => id)]
  const elsewhere = await offeredElsewhere(tx, listing.id, candidates)
  return typed.map((right) => {
    const same = byNumber.get(`${right.kind} ${right.number}`)
    if (same) {
      const speaks = same.keptSince !== null || (options.keepPublished && elsewhere.publicly.has(same.id))
      return speaks ? factsOf(same) : { ...right, id: same.id }
    }
    const own = kept.get(right.id)
    if (own && right.number === null && own.number === null && own.kind === right.kind) return factsOf(own)
    // The number was changed to that of another right; the record, or the other listings, keep the old one.
    return own || elsewhere.any.has(right.id) ? { ...right, id: options.ids.next() } : right
  })
}
