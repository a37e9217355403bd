import type { ConsentKind } from '@market/domain/codes'
import {
  type KnowHowBundle,
  LICENCE_OFFER_KINDS,
  LICENCE_OFFER_STATES,
  LICENCE_ORDER_STATES,
  LICENCE_TIERS,
  type LicenceOfferKind,
  type LicenceOfferState,
  type LicenceOrderState,
  type LicenceTier,
  type TierTerms,
} from '@market/domain/licensing'
import { sql } from 'drizzle-orm'
import { boolean, check, index, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { calendarDate, fen, id, instant, oneOf } from './columns.ts'
import { contracts } from './contracts.ts'
import { users } from './identity.ts'
import { listings } from './listings.ts'
import { organizations } from './organizations.ts'

/** A consent as its owner states it for every licence taken under an offer. */
export interface StatedConsent {
  rightId: string
  kind: ConsentKind
  party: string
  givenOn: string
  reference: string
}

/** What an owner licenses without talks, to everybody; its terms never change, it can only be withdrawn. */
export const licenceOffers = pgTable(
  'licence_offers',
  {
    id: id(),
    listingId: uuid('listing_id')
      .notNull()
      .references(() => listings.id),
    ownerId: uuid('owner_id')
      .notNull()
      .references(() => organizations.id),
    kind: text('kind').$type<LicenceOfferKind>().notNull(),
    state: text('state').$type<LicenceOfferState>().notNull(),
    fieldOfUse: text('field_of_use').notNull(),
    territory: text('territory').notNull(),
    territoryCodes: text('territory_codes').array().notNull(),
    conditionsZh: text('conditions_zh').notNull(),
    conditionsEn: text('conditions_en').notNull(),
    tiers: jsonb('tiers').$type<TierTerms[]>().notNull(),
    knowHow: jsonb('know_how').$type<KnowHowBundle>(),
    /** Number of the patent evaluation report, where one is needed. */
    evaluationReport: text('evaluation_report').notNull(),
    consents: jsonb('consents').$type<StatedConsent[]>().notNull(),
    /** The signatory who signed the terms for every licence taken under them. */
    publishedBy: uuid('published_by')
      .notNull()
      .references(() => users.id),
    publishedAt: instant('published_at').notNull(),
    withdrawnBy: uuid('withdrawn_by').references(() => users.id),
    withdrawnAt: instant('withdrawn_at'),
  },
  (t) => [
    check('licence_offers_kind_known', oneOf(t.kind, LICENCE_OFFER_KINDS)),
    check('licence_offers_state_known', oneOf(t.state, LICENCE_OFFER_STATES)),
    check(
      'licence_offers_withdrawn_whole',
      sql`(${t.state} = 'withdrawn') = (${t.withdrawnAt} is not null)
        and (${t.withdrawnAt} is null) = (${t.withdrawnBy} is null)`,
    ),
    uniqueIndex('licence_offers_one').on(t.listingId, t.kind).where(sql`${t.state} = 'published'`),
    index('licence_offers_owner').on(t.ownerId),
  ],
)

/** A licence taken under an offer: signed at once, in effect once paid. */
export const licenceOrders = pgTable(
  'licence_orders',
  {
    id: id(),
    offerId: uuid('offer_id')
      .notNull()
      .references(() => licenceOffers.id),
    contractId: uuid('contract_id')
      .notNull()
      .unique()
      .references(() => contracts.id),
    ownerId: uuid('owner_id')
      .notNull()
      .references(() => organizations.id),
    buyerId: uuid('buyer_id')
      .notNull()
      .references(() => organizations.id),
    tier: text('tier').$type<LicenceTier>().notNull(),
    withKnowHow: boolean('with_know_how').notNull(),
    feeFen: fen('fee_fen').notNull(),
    state: text('state').$type<LicenceOrderState>().notNull(),
    /** The last day on which it may be paid. */
    lapsesOn: calendarDate('lapses_on').notNull(),
    orderedBy: uuid('ordered_by')
      .notNull()
      .references(() => users.id),
    orderedAt: instant('ordered_at').notNull(),
    activatedAt: instant('activated_at'),
  },
  (t) => [
    check('licence_orders_tier_known', oneOf(t.tier, LICENCE_TIERS)),
    check('licence_orders_state_known', oneOf(t.state, LICENCE_ORDER_STATES)),
    check('licence_orders_two_sides', sql`${t.ownerId} <> ${t.buyerId}`),
    check('licence_orders_fee', sql`0 < ${t.feeFen}`),
    check('licence_orders_active_since', sql`(${t.state} = 'active') = (${t.activatedAt} is not null)`),
    // A second click must not become a second licence.
    uniqueIndex('licence_orders_one')
      .on(t.offerId, t.buyerId)
      .where(sql`${t.state} in ('awaiting_payment', 'active')`),
    index('licence_orders_owner').on(t.ownerId, t.orderedAt, t.id),
    index('licence_orders_buyer').on(t.buyerId, t.orderedAt, t.id),
  ],
)
