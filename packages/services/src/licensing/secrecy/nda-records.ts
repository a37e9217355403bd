import { createHash } from 'node:crypto'
import type { Database, Transaction } from '@market/database'
import { files, listingAttachments, listings, ndaAgreements, organizations } from '@market/database/schema'
import { type Actor, type CalendarDate, refuse } from '@market/domain'
import { type NdaStanding, type NdaText, ndaStanding, renderNda } from '@market/domain/licensing'
import { isPublicState } from '@market/domain/listings'
import { type Relation, relationsTo } from '@market/domain/policy'
import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import type { NdaTemplateRecord } from './nda-templates.ts'

export type Reader = Database | Transaction
export type AgreementRow = typeof ndaAgreements.$inferSelect
type ListingRow = typeof listings.$inferSelect
type OrganizationRow = typeof organizations.$inferSelect

/** A listing whose files are at stake, with its owner. */
export interface GuardedListing {
  listing: ListingRow
  owner: OrganizationRow
}

/** Refuses with `listing.not_found`. */
export const findGuarded = async (db: Reader, id: string): Promise<GuardedListing> => {
  const [row] = await db
    .select({ listing: listings, owner: organizations })
    .from(listings)
    .innerJoin(organizations, eq(organizations.id, listings.organizationId))
    .where(eq(listings.id, id))
  if (!row) throw refuse('not-found', 'listing.not_found')
  return row
}

/** Only what is on the market may be asked for; what is taken off stays with those who are bound already. */
export const isOnMarket = ({ listing }: GuardedListing): boolean => isPublicState(listing.state)

export const relationsToGuarded = (actor: Actor | null, guarded: GuardedListing): Relation[] =>
  relationsTo(actor, { organizationId: guarded.listing.organizationId, public: isOnMarket(guarded) })

export const relationsToAgreement = (actor: Actor | null, { ownerId, readerId }: AgreementRow): Relation[] =>
  relationsTo(actor, { sellerOrganizationId: ownerId, buyerOrganizationId: readerId })

/** The agreement that was accepted last, whatever became of it. */
export const lastAgreement = async (
  db: Reader,
  listingId: string,
  readerId: string,
): Promise<AgreementRow | null> => {
  const [row] = await db
    .select()
    .from(ndaAgreements)
    .where(and(eq(ndaAgreements.listingId, listingId), eq(ndaAgreements.readerId, readerId)))
    .orderBy(desc(ndaAgreements.acceptedAt), desc(ndaAgreements.id))
    .limit(1)
  return row ?? null
}

export const standingOf = (agreement: AgreementRow, today: CalendarDate): NdaStanding =>
  ndaStanding(agreement, today)

export interface ConfidentialFile {
  fileId: string
  titleZh: string
  titleEn: string
  mediaType: string
  sizeBytes: number
  storageKey: string
}

/** The confidential files of a listing, as they hang on it now. */
export const confidentialFilesOf = (db: Reader, listingId: string): Promise<ConfidentialFile[]> =>
  db
    .select({
      fileId: files.id,
      titleZh: listingAttachments.titleZh,
      titleEn: listingAttachments.titleEn,
      mediaType: files.mediaType,
      sizeBytes: files.sizeBytes,
      storageKey: files.storageKey,
    })
    .from(listingAttachments)
    .innerJoin(files, eq(files.id, listingAttachments.fileId))
    .where(
      and(eq(listingAttachments.listingId, listingId), eq(listingAttachments.visibility, 'confidential')),
    )
    .orderBy(asc(listingAttachments.createdAt), asc(listingAttachments.id))

/** The text between two sides, and the hash of both languages as they are shown. */
export const textFor = (
  { listing, owner }: GuardedListing,
  reader: OrganizationRow,
  template: NdaTemplateRecord,
): NdaText & { sha256: string } => {
  const text = renderNda(template, {
    ownerZh: owner.nameZh,
    ownerEn: owner.nameEn,
    readerZh: reader.nameZh,
    readerEn: reader.nameEn,
    listingZh: listing.titleZh,
    listingEn: listing.titleEn,
  })
  const sha256 = createHash('sha256').update(`${text.bodyZh}\n\n${text.bodyEn}`).digest('hex')
  return { ...text, sha256 }
}

/** Organizations by their ids. */
export const organizationsOf = async (
  db: Reader,
  ids: readonly string[],
): Promise<Map<string, OrganizationRow>> => {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select()
    .from(organizations)
    .where(inArray(organizations.id, [...new Set(ids)]))
  return new Map(rows.map((row) => [row.id, row]))
}
