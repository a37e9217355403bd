import { prepared, type Transaction } from '@market/database'
import {
  contractConsents,
  licenceGrants,
  listingAttachments,
  listingRights,
  listings,
  listingVersions,
  portfolioRights,
  rights,
} from '@market/database/schema'
import { and, asc, eq, inArray, isNull, notExists, notInArray, sql } from 'drizzle-orm'
import { columnsOf, type ListingContent, type RightContent, wholeContent } from './content.ts'
import { factsOf, type WrittenRights } from './identify-rights.ts'
import type { ListingRow, Reader } from './records.ts'
import { writeStatedOwners } from './stated-owners.ts'

/** The text in the listing's own columns and tables: the draft's before the first publication, then the public one. */
export const readStoredContent = async (db: Reader, listing: ListingRow): Promise<ListingContent> => {
  const rightRows = await db
    .select({ right: rights })
    .from(listingRights)
    .innerJoin(rights, eq(rights.id, listingRights.rightId))
    .where(eq(listingRights.listingId, listing.id))
    .orderBy(asc(listingRights.position))
  const attachmentRows = await db
    .select()
    .from(listingAttachments)
    .where(eq(listingAttachments.listingId, listing.id))
    .orderBy(asc(listingAttachments.createdAt), asc(listingAttachments.id))
  return {
    ...columnsOf(listing),
    rights: rightRows.map(({ right }) => factsOf(right)),
    attachments: attachmentRows.map(({ id, fileId, titleZh, titleEn, altZh, altEn, visibility }) => ({
      id,
      fileId,
      titleZh,
      titleEn,
      altZh,
      altEn,
      visibility,
    })),
  }
}

/** What its editors are working on: the changes where there are any. */
export const readWorkingContent = (db: Reader, listing: ListingRow): Promise<ListingContent> =>
  listing.changes ? Promise.resolve(wholeContent(listing.changes)) : readStoredContent(db, listing)

const oneVersion = prepared((db) =>
  db
    .select({ content: listingVersions.content })
    .from(listingVersions)
    .where(
      and(
        eq(listingVersions.listingId, sql.placeholder('listingId')),
        eq(listingVersions.version, sql.placeholder('version')),
      ),
    )
    .prepare('listing_version'),
)

/** The text as the reviewer published it last. */
export const readPublishedContent = async (db: Reader, listing: ListingRow): Promise<ListingContent> => {
  const { id: listingId, version } = listing
  const [row] = await oneVersion(db).execute({ listingId, version })
  if (!row) throw new Error(`Listing ${listing.id} has no version ${listing.version}.`)
  return wholeContent(row.content)
}

/** Numberless rights and misspelt numbers that nothing speaks of any more are nobody's. */
export const deleteUnofferedRights = async (tx: Transaction, ids: string[]) => {
  if (ids.length === 0) return
  const offers = tx.select({ one: sql`1` }).from(listingRights).where(eq(listingRights.rightId, rights.id))
  const grants = tx.select({ one: sql`1` }).from(licenceGrants).where(eq(licenceGrants.rightId, rights.id))
  const consents = tx
    .select({ one: sql`1` })
    .from(contractConsents)
    .where(eq(contractConsents.rightId, rights.id))
  const frozen = tx.select({ one: sql`1` }).from(listings).where(eq(listings.frozenRightId, rights.id))
  const portfolios = tx
    .select({ one: sql`1` })
    .from(portfolioRights)
    .where(eq(portfolioRights.rightId, rights.id))
  await tx
    .delete(rights)
    .where(
      and(
        inArray(rights.id, ids),
        isNull(rights.keptSince),
        notExists(offers),
        notExists(grants),
        notExists(consents),
        notExists(frozen),
        notExists(portfolios),
      ),
    )
}

/** A right's facts are those of the row that would have been inserted. */
const STATED = Object.fromEntries(
  [
    'kind',
    'number',
    'title',
    'ownerNames',
    'inventorNames',
    'filedOn',
    'grantedOn',
    'expiresOn',
    'legalStatus',
  ].map((name) => [name, sql`excluded.${sql.identifier(rights[name as keyof RightContent].name)}`]),
)

/** Stores what listings state of their rights; of a right that several state, the last one's word. */
const writeStatedRights = async (
  tx: Transaction,
  organizationId: string,
  stated: readonly RightContent[],
  now: Date,
) => {
  const each = [...new Map(stated.map((right) => [right.id, right])).values()]
  if (each.length === 0) return
  await tx
    .insert(rights)
    .values(each.map((right) => ({ ...right, organizationId, createdAt: now })))
    .onConflictDoUpdate({ target: rights.id, set: STATED, setWhere: isNull(rights.keptSince) })
  await writeStatedOwners(tx, each)
}

/** Puts the rights of one organization's listings beside them, in few statements whatever their number. */
export const writeRights = async (
  tx: Transaction,
  organizationId: string,
  written: readonly WrittenRights[],
  now: Date,
): Promise<void> => {
  const dropped = await tx
    .delete(listingRights)
    .where(
      inArray(
        listingRights.listingId,
        written.map(({ listingId }) => listingId),
      ),
    )
    .returning({ rightId: listingRights.rightId })
  const stated = written.flatMap(({ rights: stated }) => stated)
  await writeStatedRights(tx, organizationId, stated, now)
  const offers = written.flatMap(({ listingId, rights: offered }) =>
    offered.map(({ id: rightId }, position) => ({ listingId, rightId, position })),
  )
  if (offers.length > 0) await tx.insert(listingRights).values(offers)
  const kept = new Set(stated.map(({ id }) => id))
  await deleteUnofferedRights(
    tx,
    dropped.map(({ rightId }) => rightId).filter((id) => !kept.has(id)),
  )
}

const writeAttachments = async (
  tx: Transaction,
  listingId: string,
  content: ListingContent['attachments'],
  now: Date,
) => {
  const kept = content.map(({ id }) => id)
  const others = kept.length > 0 ? notInArray(listingAttachments.id, kept) : undefined
  await tx.delete(listingAttachments).where(and(eq(listingAttachments.listingId, listingId), others))
  if (content.length === 0) return
  await tx
    .insert(listingAttachments)
    .values(content.map((attachment) => ({ ...attachment, listingId, createdAt: now })))
    .onConflictDoNothing({ target: listingAttachments.id })
}

/** Puts rights and attachments into their tables; the columns are written with the row. */
export const writeStoredLists = async (
  tx: Transaction,
  listing: Pick<ListingRow, 'id' | 'organizationId'>,
  content: ListingContent,
  now: Date,
): Promise<void> => {
  await writeRights(tx, listing.organizationId, [{ listingId: listing.id, rights: content.rights }], now)
  await writeAttachments(tx, listing.id, content.attachments, now)
}
