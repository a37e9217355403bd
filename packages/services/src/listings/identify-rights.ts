import type { Transaction } from '@market/database'
import { listingRights, listings, rights as rightsTable } from '@market/database/schema'
import { type IdSource, refuse } from '@market/domain'
import { isPublicState } from '@market/domain/listings'
import { and, eq, inArray, or } from 'drizzle-orm'
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

const numberKey = ({ kind, number }: Pick<RightContent, 'kind' | 'number'>): string => `${kind} ${number}`

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
    byNumber: new Map(numbered.map((row) => [numberKey(row), row])),
    kept: new Map(rows.flatMap((row) => (row.keptSince ? [[row.id, row] as const] : []))),
  }
}

/** Which listings offer these rights now, and whether in public. */
const offersOf = async (tx: Transaction, ids: readonly string[]) =>
  ids.length === 0
    ? []
    : tx
        .select({ rightId: listingRights.rightId, listingId: listings.id, state: listings.state })
        .from(listingRights)
        .innerJoin(listings, eq(listings.id, listingRights.listingId))
        .where(inArray(listingRights.rightId, [...ids]))

/** Which of these rights other listings offer, and which of them in public. */
const elsewhereThan = (offers: Awaited<ReturnType<typeof offersOf>>, listingId: string) => {
  const others = offers.filter((offer) => offer.listingId !== listingId)
  const open = others.filter(({ state }) => isPublicState(state))
  return {
    any: new Set(others.map(({ rightId }) => rightId)),
    publicly: new Set(open.map(({ rightId }) => rightId)),
  }
}

const changedMeanwhile = () => refuse('conflict', 'listing.changed_meanwhile')

/** Two listings of one organization may state, or drop, the same right at the same instant; a licensed one keeps its number. */
export const rightRefusals = {
  rights_number_once_per_organization: changedMeanwhile,
  listing_rights_right_id_rights_id_fk: changedMeanwhile,
  rights_licensed_subject: () => refuse('conflict', 'right.licensed'),
}

/** What a listing that is being written says of its rights. */
export interface WrittenRights {
  listingId: string
  rights: readonly RightContent[]
}

interface IdentifyOptions {
  ids: IdSource
  keepPublished: boolean
}

/**
 * Finds the rights the organization has already stated, by kind and number, so that one right is one record
 * whatever number of listings offer it. A record that is kept on its own speaks for itself. What a reviewer has
 * published about a right is not changed by another listing's draft: `keepPublished` takes the stored facts instead
 * of the typed ones. Several listings count as written one after the other: a number an earlier one brought is known.
 */
export const identifyRightsOf = async (
  tx: Transaction,
  organizationId: string,
  written: readonly WrittenRights[],
  { ids, keepPublished }: IdentifyOptions,
): Promise<RightContent[][]> => {
  const typed = written.flatMap(({ rights }) => rights)
  const { byNumber, kept } = await findStored(tx, organizationId, typed)
  const candidates = [...typed.map(({ id }) => id), ...[...byNumber.values()].map(({ id }) => id)]
  const offers = await offersOf(tx, candidates)
  const brought = new Map<string, string>()
  const identify = (right: RightContent, { any, publicly }: ReturnType<typeof elsewhereThan>) => {
    const same = byNumber.get(numberKey(right))
    if (same) {
      const speaks = same.keptSince !== null || (keepPublished && publicly.has(same.id))
      return speaks ? factsOf(same) : { ...right, id: same.id }
    }
    const earlier = brought.get(numberKey(right))
    if (earlier !== undefined) return { ...right, id: earlier }
    const own = kept.get(right.id)
    if (own && right.number === null && own.number === null && own.kind === right.kind) return factsOf(own)
    // The number was changed to that of another right; the record, or the other listings, keep the old one.
    return own || any.has(right.id) ? { ...right, id: ids.next() } : right
  }
  return written.map(({ listingId, rights }) => {
    const elsewhere = elsewhereThan(offers, listingId)
    return rights.map((right) => {
      const identified = identify(right, elsewhere)
      if (identified.number !== null) brought.set(numberKey(identified), identified.id)
      return identified
    })
  })
}

/** The rights of one listing, see `identifyRightsOf`. */
export const identifyRights = async (
  tx: Transaction,
  { id: listingId, organizationId }: Pick<ListingRow, 'id' | 'organizationId'>,
  rights: readonly RightContent[],
  options: IdentifyOptions,
): Promise<RightContent[]> => {
  const [identified = []] = await identifyRightsOf(tx, organizationId, [{ listingId, rights }], options)
  return identified
}
