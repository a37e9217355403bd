import type { DeclineReason, Exclusivity, TransferMode } from '@market/domain/codes'
import {
  OFFER_STATES,
  type OfferState,
  REQUEST_STATES,
  type RequestState,
  type TermSheet,
} from '@market/domain/licensing'
import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { fen, id, instant, oneOf } from './columns.ts'
import { needAnswers } from './demands.ts'
import { users } from './identity.ts'
import { listings } from './listings.ts'
import { organizations } from './organizations.ts'

/** A company's structured application for a licence or transfer of a listing, or for the work an answer to its need proposes. */
export const requests = pgTable(
  'requests',
  {
    id: id(),
    /** Null where it stands on a proposal alone. */
    listingId: uuid('listing_id').references(() => listings.id),
    /** The published version the requester read. */
    listingVersion: integer('listing_version'),
    /** The answer to a need that was taken up; with or without a listing. */
    needAnswerId: uuid('need_answer_id').references(() => needAnswers.id),
    requesterId: uuid('requester_id')
      .notNull()
      .references(() => organizations.id),
    ownerId: uuid('owner_id')
      .notNull()
      .references(() => organizations.id),
    state: text('state').$type<RequestState>().notNull(),
    transferMode: text('transfer_mode').$type<TransferMode>().notNull(),
    exclusivity: text('exclusivity').$type<Exclusivity>().notNull(),
    fieldOfUse: text('field_of_use').notNull(),
    territory: text('territory').notNull(),
    termMonths: integer('term_months'),
    offerFen: fen('offer_fen'),
    message: text('message').notNull(),
    declineReason: text('decline_reason').$type<DeclineReason>(),
    declineWords: text('decline_words'),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    answeredAt: instant('answered_at'),
  },
  (t) => [
    check('requests_state_known', oneOf(t.state, REQUEST_STATES)),
    check(
      'requests_stands_on_something',
      sql`(${t.listingId} is not null or ${t.needAnswerId} is not null)
        and (${t.listingId} is null) = (${t.listingVersion} is null)`,
    ),
    check('requests_two_parties', sql`${t.requesterId} <> ${t.ownerId}`),
    check('requests_term_positive', sql`${t.termMonths} > 0`),
    check('requests_offer_positive', sql`${t.offerFen} > 0`),
    check(
      'requests_declined_with_reason',
      sql`(${t.state} = 'declined') = (${t.declineReason} is not null)
        and (${t.declineReason} <> 'other' or ${t.declineWords} <> '')`,
    ),
    // One open request per company, listing and mode: a second click must not become a second case.
    uniqueIndex('requests_one_open')
      .on(t.listingId, t.requesterId, t.transferMode)
      .where(sql`${t.state} in ('submitted', 'accepted', 'negotiating', 'agreed')`),
    uniqueIndex('requests_one_per_answer').on(t.needAnswerId),
    index('requests_requester').on(t.requesterId, t.updatedAt, t.id),
    index('requests_owner').on(t.ownerId, t.updatedAt, t.id),
  ],
)

/** An immutable version of the term sheet; only its state may move (a trigger guards the rest). */
export const offers = pgTable(
  'offers',
  {
    id: id(),
    requestId: uuid('request_id')
      .notNull()
      .references(() => requests.id),
    version: integer('version').notNull(),
    /** The side that made it. */
    organizationId: uuid('organization_id')
      .notNull()
      .references(() => organizations.id),
    state: text('state').$type<OfferState>().notNull(),
    terms: jsonb('terms').$type<TermSheet>().notNull(),
    note: text('note').notNull().default(''),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: instant('created_at').notNull(),
    decidedAt: instant('decided_at'),
    decidedBy: uuid('decided_by').references(() => users.id),
  },
  (t) => [
    check('offers_state_known', oneOf(t.state, OFFER_STATES)),
    uniqueIndex('offers_version').on(t.requestId, t.version),
    uniqueIndex('offers_one_open').on(t.requestId).where(sql`${t.state} = 'open'`),
    uniqueIndex('offers_one_accepted').on(t.requestId).where(sql`${t.state} = 'accepted'`),
  ],
)
