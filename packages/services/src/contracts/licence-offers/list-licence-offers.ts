import { licenceOffers, licenceOrders, listings, organizations } from '@market/database/schema'
import { type FieldProblem, shanghaiDateOf } from '@market/domain'
import { LICENCE_OFFER_KINDS, type LicenceOfferKind, modeOfOffer } from '@market/domain/licensing'
import { authorize, may, relationsTo } from '@market/domain/policy'
import type { NeededConsent } from '@market/domain/rights'
import { and, desc, eq, or } from 'drizzle-orm'
import { requireMember, type ServiceContext } from '../../index.ts'
import {
  barsOf,
  consentsNeeded,
  findOffered,
  isPublicListing,
  type LicenceOfferRow,
  type LicenceOrderRow,
} from './offer-records.ts'

export interface LicenceOfferView {
  offer: LicenceOfferRow
  /** The last licence the acting organization took under it. */
  order: LicenceOrderRow | null
  mayTake: boolean
  mayWithdraw: boolean
}

export interface Publishable {
  kind: LicenceOfferKind
  bars: FieldProblem[]
  consents: (NeededConsent & { right: string })[]
}

export interface LicenceOfferList {
  items: LicenceOfferView[]
  /** What the owner could publish, and what stands in the way; empty for everybody else. */
  publishable: Publishable[]
}

/** What may be licensed of a listing without talks. Refuses with `listing.not_found`. */
export const listLicenceOffers = async (
  context: ServiceContext,
  listingId: string,
): Promise<LicenceOfferList> => {
  const { db, actor, clock } = context
  const offered = await findOffered(db, listingId)
  const { listing, owner } = offered
  const standing = { organizationId: owner.id, public: isPublicListing(listing) }
  const relations = relationsTo(actor, standing)
  authorize(actor, 'listing.read', relations)
  const rows = await db
    .select()
    .from(licenceOffers)
    .where(and(eq(licenceOffers.listingId, listingId), eq(licenceOffers.state, 'published')))
    .orderBy(desc(licenceOffers.kind))
  const items: LicenceOfferView[] = []
  for (const offer of rows) {
    const order = await lastOrder(context, offer.id)
    const waits = order !== null && order.state !== 'lapsed'
    const takes = may(actor, 'licence_offer.take', relations)
    const withdraws = may(actor, 'licence_offer.withdraw', relations)
    items.push({ offer, order, mayTake: takes && !waits, mayWithdraw: withdraws })
  }
  if (!may(actor, 'licence_offer.publish', relations)) return { items, publishable: [] }
  const today = shanghaiDateOf(clock.now())
  const publishable: Publishable[] = []
  for (const kind of LICENCE_OFFER_KINDS) {
    if (rows.some((offer) => offer.kind === kind)) continue
    // A report is the owner's to name; everything else is known.
    const bars = await barsOf(db, { listingId, kind, evaluationReport: '-' }, today)
    if (!listing.transferModes.includes(modeOfOffer(kind))) {
      bars.unshift({ path: 'kind', code: 'licence_offer.mode_not_listed' })
    }
    publishable.push({ kind, bars, consents: await consentsNeeded(db, offered, kind, today) })
  }
  return { items, publishable }
}

const lastOrder = async ({ db, actor }: ServiceContext, offerId: string): Promise<LicenceOrderRow | null> => {
  const buyerId = actor?.organizationId
  if (!buyerId) return null
  const [order] = await db
    .select()
    .from(licenceOrders)
    .where(and(eq(licenceOrders.offerId, offerId), eq(licenceOrders.buyerId, buyerId)))
    .orderBy(desc(licenceOrders.orderedAt))
    .limit(1)
  return order ?? null
}

export interface LicenceOrderView {
  order: LicenceOrderRow
  kind: LicenceOfferKind
  listing: { id: string; titleZh: string; titleEn: string }
  /** The other side. */
  counterparty: typeof organizations.$inferSelect
}

/** The last hundred licences taken under the acting organization's offers, or by it under others'. */
export const listLicenceOrders = async (context: ServiceContext): Promise<LicenceOrderView[]> => {
  const actor = requireMember(context)
  authorize(actor, 'licence_order.list')
  const { organizationId } = actor
  const { ownerId, buyerId } = licenceOrders
  const rows = await context.db
    .select({
      order: licenceOrders,
      kind: licenceOffers.kind,
      listing: { id: listings.id, titleZh: listings.titleZh, titleEn: listings.titleEn },
      counterparty: organizations,
    })
    .from(licenceOrders)
    .innerJoin(licenceOffers, eq(licenceOffers.id, licenceOrders.offerId))
    .innerJoin(listings, eq(listings.id, licenceOffers.listingId))
    .innerJoin(
      organizations,
      or(
        and(eq(ownerId, organizationId), eq(organizations.id, buyerId)),
        and(eq(buyerId, organizationId), eq(organizations.id, ownerId)),
      ),
    )
    .orderBy(desc(licenceOrders.orderedAt))
    .limit(100)
  return rows
}
