import type { Transaction } from '@market/database'
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
import { factsOf } from './identify-rights.ts'
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

/** The text as the reviewer published it last. */
export const readPublishedContent = async (db: Reader, listing: ListingRow): Promise<ListingContent> => {
  const [row] = await db
    .select({ content: listingVersions.content })
    .from(listingVersions)
    .where(and(eq(listingVersions.listingId, listing.id), eq(listingVersions.version, listing.version)))
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

const writeRights = async (
  tx: Transaction,
  listing: Pick<ListingRow, 'id' | 'organizationId'>,
  content: readonly RightContent[],
  now: Date,
) => {
  const { id: listingId, organizationId } = listing
  const dropped = await tx
    .delete(listingRights)
    .where(eq(listingRights.listingId, listingId))
    .returning({ rightId: listingRights.rightId })
  for (const [position, right] of content.entries()) {
    await tx
      .insert(rights)
      .values({ ...right, organizationId, createdAt: now })
      .onConflictDoUpdate({ target: rights.id, set: right, setWhere: isNull(rights.keptSince) })
    await writeStatedOwners(tx, right)
    await tx.insert(listingRights).values({ listingId, rightId: right.id, position })
  }
  const kept = new Set(content.map(({ id }) => id))
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
  await writeRights(tx, listing, content.rights, now)
  await writeAttachments(tx, listing.id, content.attachments, now)
}
