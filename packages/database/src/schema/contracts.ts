import {
  type Article,
  CONTRACT_ENDINGS,
  CONTRACT_STATES,
  type ContractEnding,
  type ContractState,
  SIGNING_METHODS,
  SIGNING_ORDERS,
  type SigningMethod,
  type SigningOrder,
} from '@market/domain/contracts'
import { CONFIRMATION_METHODS, type ConfirmationMethod } from '@market/domain/identity'
import type { TermSheet } from '@market/domain/licensing'
import type { ContractSubType, ContractType } from '@market/domain/regimes'
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
import { files } from './files.ts'
import { users } from './identity.ts'
import { offers, requests } from './licensing.ts'
import { listings } from './listings.ts'
import { organizations } from './organizations.ts'

/** The agreement between a seller and a buyer, filled from the accepted offer. */
export const contracts = pgTable(
  'contracts',
  {
    id: id(),
    requestId: uuid('request_id')
      .notNull()
      .unique()
      .references(() => requests.id),
    offerId: uuid('offer_id')
      .notNull()
      .references(() => offers.id),
    /** As its request: null where the deal stands on a proposal to a need. */
    listingId: uuid('listing_id').references(() => listings.id),
    sellerId: uuid('seller_id')
      .notNull()
      .references(() => organizations.id),
    buyerId: uuid('buyer_id')
      .notNull()
      .references(() => organizations.id),
    state: text('state').$type<ContractState>().notNull(),
    title: text('title').notNull(),
    /** Type and sub-type of the regime in force on the signing date. */
    type: text('type').$type<ContractType>().notNull(),
    subType: text('sub_type').$type<ContractSubType>(),
    terms: jsonb('terms').$type<TermSheet>().notNull(),
    contractAmountFen: fen('contract_amount_fen').notNull(),
    technologyAmountFen: fen('technology_amount_fen').notNull(),
    signedOn: calendarDate('signed_on'),
    effectiveOn: calendarDate('effective_on'),
    endsOn: calendarDate('ends_on'),
    /** The transfer agency the seller entrusts with registration; sees the contract from then on. */
    agencyId: uuid('agency_id').references(() => organizations.id),
    /** Whose signature comes first, where both sign here. */
    signingOrder: text('signing_order').$type<SigningOrder>().notNull().default('seller_first'),
    revision: integer('revision').notNull().default(1),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    signedAt: instant('signed_at'),
    /** The day it was performed or ended before its time; both sides have said so. */
    endedOn: calendarDate('ended_on'),
  },
  (t) => [
    check('contracts_state_known', oneOf(t.state, CONTRACT_STATES)),
    check('contracts_signing_order_known', oneOf(t.signingOrder, SIGNING_ORDERS)),
    check('contracts_two_parties', sql`${t.sellerId} <> ${t.buyerId}`),
    check(
      'contracts_amounts',
      sql`0 < ${t.technologyAmountFen} and ${t.technologyAmountFen} <= ${t.contractAmountFen}`,
    ),
    check(
      'contracts_dates_in_order',
      sql`${t.signedOn} <= ${t.effectiveOn} and ${t.effectiveOn} <= ${t.endsOn}`,
    ),
    check(
      'contracts_signed_is_dated',
      sql`${t.state} in ('draft', 'ready') or (${t.signedOn} is not null and ${t.effectiveOn} is not null and ${t.signedAt} is not null)`,
    ),
    index('contracts_seller').on(t.sellerId, t.updatedAt, t.id),
    index('contracts_buyer').on(t.buyerId, t.updatedAt, t.id),
    index('contracts_agency').on(t.agencyId, t.updatedAt, t.id),
  ],
)

/** A version of the text, whole; append-only (a trigger refuses change), and written only while the contract is a draft. */
export const contractTexts = pgTable(
  'contract_texts',
  {
    id: id(),
    contractId: uuid('contract_id')
      .notNull()
      .references(() => contracts.id),
    version: integer('version').notNull(),
    /** The side that put it forward. */
    organizationId: uuid('organization_id')
      .notNull()
      .references(() => organizations.id),
    /** The revision of the contract's facts it was written for. */
    contractRevision: integer('contract_revision').notNull(),
    articles: jsonb('articles').$type<Article[]>().notNull(),
    note: text('note').notNull(),
    /** Over contract, title and articles: the same words have the same hash. */
    sha256: text('sha256').notNull(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('contract_texts_version').on(t.contractId, t.version),
    check('contract_texts_version_positive', sql`${t.version} > 0`),
    check('contract_texts_sha256_hex', sql`${t.sha256} ~ '^[0-9a-f]{64}$'`),
    check('contract_texts_has_articles', sql`jsonb_array_length(${t.articles}) > 0`),
  ],
)

/** A side agrees to a version, its own with the writing. Append-only; two rows make an agreed text. */
export const contractTextAcceptances = pgTable(
  'contract_text_acceptances',
  {
    textId: uuid('text_id')
      .notNull()
      .references(() => contractTexts.id),
    organizationId: uuid('organization_id')
      .notNull()
      .references(() => organizations.id),
    acceptedBy: uuid('accepted_by')
      .notNull()
      .references(() => users.id),
    acceptedAt: instant('accepted_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.textId, t.organizationId] })],
)

/** One side's signed file and confirmation. Both sides of a signed contract carry the same SHA-256. */
export const contractSignatures = pgTable(
  'contract_signatures',
  {
    contractId: uuid('contract_id')
      .notNull()
      .references(() => contracts.id),
    organizationId: uuid('organization_id')
      .notNull()
      .references(() => organizations.id),
    fileId: uuid('file_id')
      .notNull()
      .references(() => files.id),
    sha256: text('sha256').notNull(),
    method: text('method').$type<SigningMethod>().notNull().default('scan'),
    /** The agreed text, where it was signed here; its printed pages are the file. */
    textId: uuid('text_id').references(() => contractTexts.id),
    /** SHA-256 of the words of every page, first page first. */
    pageHashes: jsonb('page_hashes').$type<string[]>(),
    /** How the signatory proved to be there; null where a program of the house signed. */
    confirmationMethod: text('confirmation_method').$type<ConfirmationMethod>(),
    attachedBy: uuid('attached_by')
      .notNull()
      .references(() => users.id),
    attachedAt: instant('attached_at').notNull(),
    confirmedBy: uuid('confirmed_by').references(() => users.id),
    confirmedAt: instant('confirmed_at'),
  },
  (t) => [
    primaryKey({ columns: [t.contractId, t.organizationId] }),
    check(
      'contract_signatures_confirmed_whole',
      sql`(${t.confirmedBy} is null) = (${t.confirmedAt} is null)`,
    ),
    check('contract_signatures_method_known', oneOf(t.method, SIGNING_METHODS)),
    check(
      'contract_signatures_confirmation_known',
      sql`${t.confirmationMethod} is null or ${oneOf(t.confirmationMethod, CONFIRMATION_METHODS)}`,
    ),
    check(
      'contract_signatures_electronic_whole',
      sql`case when ${t.method} = 'electronic'
        then num_nonnulls(${t.textId}, ${t.pageHashes}, ${t.confirmedAt}) = 3
        else num_nonnulls(${t.textId}, ${t.pageHashes}) = 0 end`,
    ),
    index('contract_signatures_file').on(t.fileId),
  ],
)

/** What a side says to have done under a contract; append-only. */
export const contractObligationMarks = pgTable(
  'contract_obligation_marks',
  {
    contractId: uuid('contract_id')
      .notNull()
      .references(() => contracts.id),
    key: text('key').notNull(),
    doneOn: calendarDate('done_on').notNull(),
    /** Where it is written down. */
    note: text('note').notNull(),
    /** What shows it; read by both sides. */
    fileId: uuid('file_id').references(() => files.id),
    organizationId: uuid('organization_id')
      .notNull()
      .references(() => organizations.id),
    markedBy: uuid('marked_by')
      .notNull()
      .references(() => users.id),
    markedAt: instant('marked_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.contractId, t.key] }),
    check('contract_obligation_marks_key_given', sql`${t.key} <> ''`),
    index('contract_obligation_marks_file').on(t.fileId),
  ],
)

/** Which obligation of which contract somebody was reminded of on which day. */
export const contractReminders = pgTable(
  'contract_reminders',
  {
    contractId: uuid('contract_id')
      .notNull()
      .references(() => contracts.id),
    key: text('key').notNull(),
    remindedOn: calendarDate('reminded_on').notNull(),
    daysLeft: integer('days_left').notNull(),
  },
  (t) => [primaryKey({ columns: [t.contractId, t.key, t.remindedOn] })],
)

/** A side declares a contract performed or terminated; it is so once the other says the same. */
export const contractEndings = pgTable(
  'contract_endings',
  {
    contractId: uuid('contract_id')
      .notNull()
      .references(() => contracts.id),
    organizationId: uuid('organization_id')
      .notNull()
      .references(() => organizations.id),
    kind: text('kind').$type<ContractEnding>().notNull(),
    endedOn: calendarDate('ended_on').notNull(),
    reason: text('reason').notNull(),
    declaredBy: uuid('declared_by')
      .notNull()
      .references(() => users.id),
    declaredAt: instant('declared_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.contractId, t.organizationId] }),
    check('contract_endings_kind_known', oneOf(t.kind, CONTRACT_ENDINGS)),
    check('contract_endings_terminated_with_reason', sql`${t.kind} <> 'terminated' or ${t.reason} <> ''`),
  ],
)
