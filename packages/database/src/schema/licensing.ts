import type { DeclineReason, Exclusivity, TransferMode } from '@market/domain/codes'
import {
  type Application,
  BROKERAGE_STATES,
  type BrokerageState,
  type Commission,
  LAPSE_REASONS,
  type LapseReason,
  OFFER_STATES,
  type OfferState,
  REQUEST_STATES,
  type RequestDraftContent,
  type RequestState,
  type TermSheet,
} from '@market/domain/licensing'
import { sql } from 'drizzle-orm'
import {
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { calendarDate, fen, id, instant, oneOf } from './columns.ts'
import { needAnswers } from './demands.ts'
import { files } from './files.ts'
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
    /** Plans, capacity and codes of the scope; null for requests made before they were asked for. */
    application: jsonb('application').$type<Application>(),
    declineReason: text('decline_reason').$type<DeclineReason>(),
    declineWords: text('decline_words'),
    /** Why the applicant ended it, where it says so: the same classes, seen from the other side. */
    withdrawReason: text('withdraw_reason').$type<DeclineReason>(),
    withdrawWords: text('withdraw_words'),
    /** Null also for those that lapsed before the reason was kept. */
    lapseReason: text('lapse_reason').$type<LapseReason>(),
    /** When the side whose turn it is was last reminded. */
    remindedAt: instant('reminded_at'),
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
    check(
      'requests_withdrawn_with_reason',
      sql`(${t.withdrawReason} is null or ${t.state} = 'withdrawn')
        and (${t.withdrawReason} is distinct from 'other' or ${t.withdrawWords} <> '')`,
    ),
    check(
      'requests_lapse_reason_known',
      sql`${t.lapseReason} is null or ${oneOf(t.lapseReason, LAPSE_REASONS)}`,
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

/** What an applicant's organization has written of a request and not sent. It is no request: the owner learns nothing of it. */
export const requestDrafts = pgTable(
  'request_drafts',
  {
    id: id(),
    organizationId: uuid('organization_id')
      .notNull()
      .references(() => organizations.id),
    listingId: uuid('listing_id')
      .notNull()
      .references(() => listings.id),
    content: jsonb('content').$type<RequestDraftContent>().notNull(),
    revision: integer('revision').notNull(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    uniqueIndex('request_drafts_one').on(t.organizationId, t.listingId),
    check('request_drafts_revision_positive', sql`${t.revision} > 0`),
  ],
)

/** What the two sides of a request wrote to each other; append-only. */
export const requestMessages = pgTable(
  'request_messages',
  {
    id: id(),
    requestId: uuid('request_id')
      .notNull()
      .references(() => requests.id),
    organizationId: uuid('organization_id')
      .notNull()
      .references(() => organizations.id),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    body: text('body').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    index('request_messages_thread').on(t.requestId, t.createdAt, t.id),
    check('request_messages_say_something', sql`${t.body} <> ''`),
  ],
)

/** Files that came with a request or with a message in its talks; both sides may read them. */
export const requestFiles = pgTable(
  'request_files',
  {
    requestId: uuid('request_id')
      .notNull()
      .references(() => requests.id),
    fileId: uuid('file_id')
      .notNull()
      .references(() => files.id),
    position: integer('position').notNull(),
    /** Null: with the request itself. */
    messageId: uuid('message_id').references(() => requestMessages.id),
  },
  (t) => [primaryKey({ columns: [t.requestId, t.fileId] }), index('request_files_by_file').on(t.fileId)],
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
    /** The last day on which it may be taken; null: as long as it lies open. */
    answerBy: calendarDate('answer_by'),
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

/**
 * Somebody who brings the two sides of a request together for a commission that both sides and they agree to; who, for
 * whom and for what never change (a trigger guards it).
 */
export const brokerages = pgTable(
  'brokerages',
  {
    id: id(),
    requestId: uuid('request_id')
      .notNull()
      .references(() => requests.id),
    /** The broker. */
    organizationId: uuid('organization_id')
      .notNull()
      .references(() => organizations.id),
    /** The side that proposed it. */
    proposedBy: uuid('proposed_by')
      .notNull()
      .references(() => organizations.id),
    state: text('state').$type<BrokerageState>().notNull(),
    commission: jsonb('commission').$type<Commission>().notNull(),
    /** What the broker is to do. */
    words: text('words').notNull(),
    brokerAgreedAt: instant('broker_agreed_at'),
    otherSideAgreedAt: instant('other_side_agreed_at'),
    /** Who refused or ended it. */
    closedBy: uuid('closed_by').references(() => organizations.id),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    check('brokerages_state_known', oneOf(t.state, BROKERAGE_STATES)),
    check(
      'brokerages_active_by_all',
      sql`${t.state} <> 'active' or (${t.brokerAgreedAt} is not null and ${t.otherSideAgreedAt} is not null)`,
    ),
    check('brokerages_closed_by', sql`(${t.state} in ('refused', 'ended')) = (${t.closedBy} is not null)`),
    uniqueIndex('brokerages_one_live')
      .on(t.requestId, t.organizationId)
      .where(sql`${t.state} in ('proposed', 'active')`),
    index('brokerages_broker').on(t.organizationId, t.updatedAt, t.id),
  ],
)
