import type { RegistrationState, RegistrationStatus } from '@market/domain/registration'
import { REGISTRATION_STATES, REGISTRATION_STATUSES } from '@market/domain/registration'
import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  foreignKey,
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
import { contracts } from './contracts.ts'
import { users } from './identity.ts'
import { organizations } from './organizations.ts'

/** The registrar's entry of a contract: the filed form, the examination and, once registered, the number. */
export const registrations = pgTable(
  'registrations',
  {
    id: id(),
    contractId: uuid('contract_id')
      .notNull()
      .references(() => contracts.id),
    agencyId: uuid('agency_id')
      .notNull()
      .references(() => organizations.id),
    state: text('state').$type<RegistrationState>().notNull(),
    /** Life after registration; null before. */
    status: text('status').$type<RegistrationStatus>(),
    version: integer('version').notNull().default(0),
    revision: integer('revision').notNull().default(1),
    /** The regime record by which the contract is judged. */
    regime: text('regime').notNull(),
    title: text('title').notNull(),
    sellerId: uuid('seller_id')
      .notNull()
      .references(() => organizations.id),
    buyerId: uuid('buyer_id')
      .notNull()
      .references(() => organizations.id),
    type: text('type').notNull(),
    subType: text('sub_type'),
    contractAmountFen: fen('contract_amount_fen').notNull(),
    technologyAmountFen: fen('technology_amount_fen').notNull(),
    signedOn: calendarDate('signed_on').notNull(),
    effectiveOn: calendarDate('effective_on').notNull(),
    endsOn: calendarDate('ends_on'),
    technicalField: text('technical_field').notNull(),
    planIndustry: text('plan_industry').notNull(),
    ipKind: text('ip_kind').notNull(),
    sellerKind: text('seller_kind').notNull(),
    buyerKind: text('buyer_kind').notNull(),
    sellerRegionCode: text('seller_region_code').notNull(),
    buyerRegionCode: text('buyer_region_code').notNull(),
    /** Parties, title, signing date and amount in one normalised text (invariant 1). */
    fingerprint: text('fingerprint').notNull(),
    filedBy: uuid('filed_by')
      .notNull()
      .references(() => users.id),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    submittedAt: instant('submitted_at'),
    acceptedAt: instant('accepted_at'),
    examinerId: uuid('examiner_id').references(() => users.id),
    correctionComments: jsonb('correction_comments').$type<{ field: string; words: string }[]>(),
    refusalReasons: jsonb('refusal_reasons').$type<{ code: string; words: string }[]>(),
    decidedAt: instant('decided_at'),
    /** The Shanghai calendar date on which the contract counts. */
    registeredOn: calendarDate('registered_on'),
    number: text('number').unique(),
    /** Unguessable part of the public verification address. */
    verificationCode: text('verification_code').unique(),
  },
  (t) => [
    check('registrations_state_known', oneOf(t.state, REGISTRATION_STATES)),
    check('registrations_status_known', oneOf(t.status, REGISTRATION_STATUSES)),
    check(
      'registrations_amounts',
      sql`0 < ${t.technologyAmountFen} and ${t.technologyAmountFen} <= ${t.contractAmountFen}`,
    ),
    check(
      'registrations_dates_in_order',
      sql`${t.signedOn} <= ${t.effectiveOn} and ${t.effectiveOn} <= ${t.endsOn}`,
    ),
    check('registrations_number_form', sql`${t.number} ~ '^[0-9]{16}$'`),
    check(
      'registrations_registered_whole',
      sql`(${t.state} = 'registered') = (${t.number} is not null)
        and (${t.state} = 'registered') = (${t.status} is not null)
        and (${t.state} = 'registered') = (${t.registeredOn} is not null)
        and (${t.state} = 'registered') = (${t.verificationCode} is not null)
        and (${t.state} = 'registered') = (${t.version} > 0)`,
    ),
    check('registrations_registered_after_submitted', sql`${t.decidedAt} >= ${t.submittedAt}`),
    check('registrations_examiner_is_not_filer', sql`${t.examinerId} <> ${t.filedBy}`),
    // Invariant 1: a contract, or one just like it, stands in the register at most once.
    uniqueIndex('registrations_contract_once').on(t.contractId).where(sql`${t.state} <> 'refused'`),
    uniqueIndex('registrations_fingerprint_once').on(t.fingerprint).where(sql`${t.state} <> 'refused'`),
    index('registrations_agency').on(t.agencyId, t.state, t.updatedAt, t.id),
    index('registrations_queue').on(t.state, t.submittedAt, t.id),
    index('registrations_registered_on').on(t.registeredOn, t.id),
  ],
)

/** What the register said after each entry: registered, changed, cancelled, revoked. */
export const registrationVersions = pgTable(
  'registration_versions',
  {
    registrationId: uuid('registration_id')
      .notNull()
      .references(() => registrations.id),
    version: integer('version').notNull(),
    entry: text('entry').$type<'registered' | 'changed' | 'cancelled' | 'revoked'>().notNull(),
    content: jsonb('content').$type<Record<string, unknown>>().notNull(),
    reason: text('reason').notNull().default(''),
    recordedAt: instant('recorded_at').notNull(),
    recordedBy: uuid('recorded_by')
      .notNull()
      .references(() => users.id),
  },
  (t) => [primaryKey({ columns: [t.registrationId, t.version] })],
)

/** The last number given in each series; its row lock makes numbers gapless. */
export const numberSeries = pgTable('number_series', {
  series: text('series').primaryKey(),
  last: integer('last').notNull(),
})

/** The turnover ledger: append-only by trigger; every figure is a sum over these rows (invariant 6). */
export const turnoverEntries = pgTable(
  'turnover_entries',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    registrationId: uuid('registration_id').notNull(),
    version: integer('version').notNull(),
    /** 'book' adds a contract, 'reverse' takes an earlier entry back. */
    direction: text('direction').$type<'book' | 'reverse'>().notNull(),
    contractCount: integer('contract_count').notNull(),
    contractAmountFen: fen('contract_amount_fen').notNull(),
    technologyAmountFen: fen('technology_amount_fen').notNull(),
    /** The Shanghai calendar date it counts on: that of the registration, also for later changes. */
    businessOn: calendarDate('business_on').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    type: text('type').notNull(),
    subType: text('sub_type'),
    fourType: text('four_type').notNull(),
    technicalField: text('technical_field').notNull(),
    planIndustry: text('plan_industry').notNull(),
    ipKind: text('ip_kind').notNull(),
    sellerKind: text('seller_kind').notNull(),
    buyerKind: text('buyer_kind').notNull(),
    sellerRegionCode: text('seller_region_code').notNull(),
    buyerRegionCode: text('buyer_region_code').notNull(),
    agencyId: uuid('agency_id').notNull(),
    sellerId: uuid('seller_id').notNull(),
    buyerId: uuid('buyer_id').notNull(),
  },
  (t) => [
    foreignKey({
      columns: [t.registrationId],
      foreignColumns: [registrations.id],
      name: 'turnover_entries_registration',
    }),
    check(
      'turnover_entries_signs',
      sql`(${t.direction} = 'book' and ${t.contractCount} = 1 and ${t.contractAmountFen} > 0)
        or (${t.direction} = 'reverse' and ${t.contractCount} = -1 and ${t.contractAmountFen} < 0)`,
    ),
    // A version is booked once and taken back at most once.
    uniqueIndex('turnover_entries_once').on(t.registrationId, t.version, t.direction),
    index('turnover_entries_business').on(t.businessOn, t.type),
  ],
)
