import type { Database, Transaction } from '@market/database'
import {
  licenceGrants,
  type licenceOffers,
  type licenceOrders,
  listingRights,
  listings,
  organizations,
} from '@market/database/schema'
import { type CalendarDate, type FieldProblem, refuse } from '@market/domain'
import {
  type LicenceOfferKind,
  licenceOfferBars,
  modeOfOffer,
  type OfferedRight,
} from '@market/domain/licensing'
import { isPublicState, isRequestable } from '@market/domain/listings'
import { type NeededConsent, neededConsents } from '@market/domain/rights'
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { type RightDossier, readDossiers } from '../../rights/index.ts'

export type Reader = Database | Transaction
export type LicenceOfferRow = typeof licenceOffers.$inferSelect
export type LicenceOrderRow = typeof licenceOrders.$inferSelect
export type ListingRow = typeof listings.$inferSelect
export type OrganizationRow = typeof organizations.$inferSelect

/** A listing with its owner. Refuses with `listing.not_found`. */
export const findOffered = async (db: Reader, id: string) => {
  const [row] = await db
    .select({ listing: listings, owner: organizations })
    .from(listings)
    .innerJoin(organizations, eq(organizations.id, listings.organizationId))
    .where(eq(listings.id, id))
  if (!row) throw refuse('not-found', 'listing.not_found')
  return row
}

export const isPublicListing = ({ state }: ListingRow): boolean => isPublicState(state)

/** Refuses with `listing.not_requestable` and `listing.frozen` what nobody may ask for now. */
export const requireOnOffer = ({ listing, owner }: { listing: ListingRow; owner: OrganizationRow }): void => {
  const { state, frozenReason: reason, frozenAt: since } = listing
  if (!isRequestable(state)) throw refuse('conflict', 'listing.not_requestable', { state })
  if (reason) throw refuse('conflict', 'listing.frozen', { reason, since })
  if (owner.state !== 'verified') {
    throw refuse('conflict', 'listing.not_requestable', { owner: owner.state })
  }
}

export const dossiersOfListing = async (
  db: Reader,
  listingId: string,
  today: CalendarDate,
): Promise<RightDossier[]> => {
  const rows = await db
    .select({ id: listingRights.rightId })
    .from(listingRights)
    .where(eq(listingRights.listingId, listingId))
    .orderBy(asc(listingRights.position))
  return readDossiers(
    db,
    rows.map(({ id }) => id),
    today,
  )
}

/** Subjects of which an exclusive or sole licence is in force, the listing's own know-how among them. */
const closedSubjects = async (
  db: Reader,
  subjects: readonly string[],
  today: CalendarDate,
): Promise<Set<string>> => {
  const rows = await db
    .select({ subject: licenceGrants.subject })
    .from(licenceGrants)
    .where(
      and(
        inArray(licenceGrants.subject, [...subjects]),
        inArray(licenceGrants.kind, ['exclusive', 'sole']),
        sql`${licenceGrants.period} && daterange(${today}::date, null, '[]')`,
      ),
    )
  return new Set(rows.map(({ subject }) => subject))
}

const asOffered = ({ right, standing }: RightDossier, closed: boolean): OfferedRight => ({
  name: right.number ?? right.title,
  kind: right.kind,
  inForce: standing.ending === null && (right.number === null || standing.legalStatus === 'in_force'),
  preserved: standing.preservations.length > 0,
  feeOverdue: standing.nextFee?.recorded === true && ['in_grace', 'missed'].includes(standing.nextFee.stage),
  openLicenceSince: standing.openLicence?.occurredOn ?? null,
  closed,
})

/** What bars licences of a listing's rights to everybody on a day. */
export const barsOf = async (
  db: Reader,
  {
    listingId,
    kind,
    evaluationReport,
  }: { listingId: string; kind: LicenceOfferKind; evaluationReport: string },
  today: CalendarDate,
): Promise<FieldProblem[]> => {
  const dossiers = await dossiersOfListing(db, listingId, today)
  const own = `listing:${listingId}`
  const closed = await closedSubjects(db, [own, ...dossiers.map(({ right }) => right.subject)], today)
  const offered = dossiers.map((one) => asOffered(one, closed.has(one.right.subject) || closed.has(own)))
  return licenceOfferBars(kind, offered, evaluationReport)
}

/** Whose agreement licences under an offer need beside the owner's. */
export const consentsNeeded = async (
  db: Reader,
  { listing, owner }: { listing: ListingRow; owner: OrganizationRow },
  kind: LicenceOfferKind,
  today: CalendarDate,
): Promise<(NeededConsent & { right: string })[]> => {
  const dossiers = await dossiersOfListing(db, listing.id, today)
  const burdened = dossiers.map(({ right, owners, standing }) => ({
    id: right.id,
    owners,
    pledgees: standing.pledges.map(({ party }) => party),
  }))
  const names = [owner.nameZh, owner.nameEn].filter((name) => name !== '')
  const needed = neededConsents(modeOfOffer(kind), burdened, { organizationId: owner.id, names })
  const nameOf = new Map(dossiers.map(({ right }) => [right.id, right.number ?? right.title]))
  return needed.map((one) => ({ ...one, right: nameOf.get(one.rightId) ?? '' }))
}
