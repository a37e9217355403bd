import type { Transaction } from '@market/database'
import { listingRights, listings, rights as rightsTable } from '@market/database/schema'
import { type IdSource, refuse } from '@market/domain'
import { PUBLIC_LISTING_STATES } from '@market/domain/listings'
import { and, eq, inArray, ne } from 'drizzle-orm'
import type { RightContent } from './content.ts'
import type { ListingRow } from './records.ts'

type RightRow = typeof rightsTable.$inferSelect

export const factsOf = ({ organizationId: _, createdAt: __, ...facts }: RightRow): RightContent => facts

const storedByNumber = async (tx: Transaction, organizationId: string, rights: readonly RightContent[]) => {
  const numbers = rights.flatMap(({ number }) => (number === null ? [] : [number]))
  if (numbers.length === 0) return new Map<string, RightRow>()
  const rows = await tx
    .select()
    .from(rightsTable)
    .where(and(eq(rightsTable.organizationId, organizationId), inArray(rightsTable.number, numbers)))
  return new Map(rows.map((row) => [`${row.kind} ${row.number}`, row]))
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

/** Two listings of one organization may state, or drop, the same right at the same instant. */
export const rightRefusals = {
  rights_number_once_per_organization: changedMeanwhile,
  listing_rights_right_id_rights_id_fk: changedMeanwhile,
}

/**
 * Finds the rights the organization has already stated, by kind and number, so that one right is one record
 * whatever number of listings offer it. What a reviewer has published about a right is not changed by another
 * listing's draft: `keepPublished` takes the stored facts instead of the typed ones.
 */
export const identifyRights = async (
  tx: Transaction,
  listing: Pick<ListingRow, 'id' | 'organizationId'>,
  typed: readonly RightContent[],
  options: { ids: IdSource; keepPublished: boolean },
): Promise<RightContent[]> => {
  const stored = await storedByNumber(tx, listing.organizationId, typed)
  const candidates = [...typed.map(({ id }) => id), ...[...stored.values()].map(({ id }) => id)]
  const elsewhere = await offeredElsewhere(tx, listing.id, candidates)
  return typed.map((right) => {
    const same = stored.get(`${right.kind} ${right.number}`)
    if (same) {
      return options.keepPublished && elsewhere.publicly.has(same.id)
        ? factsOf(same)
        : { ...right, id: same.id }
    }
    // The number was changed to that of another right; the other listings keep the old one.
    return elsewhere.any.has(right.id) ? { ...right, id: options.ids.next() } : right
  })
}
