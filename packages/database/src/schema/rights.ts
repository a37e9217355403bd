import {
  CONSENT_KINDS,
  type ConsentKind,
  codesOf,
  LICENCE_KINDS,
  type LicenceKind,
  RIGHT_EVENT_KINDS,
  RIGHT_SOURCES,
  type RightEventKind,
  type RightSource,
} from '@market/domain/codes'
import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { calendarDate, dateRange, id, instant, laneRange, oneOf, spans } from './columns.ts'
import { contracts } from './contracts.ts'
import { files } from './files.ts'
import { users } from './identity.ts'
import { listings, rights } from './listings.ts'
import { organizations } from './organizations.ts'

/** Who holds a right, and which part of it; names and order are those of `rights.owner_names`. */
export const rightOwners = pgTable(
  'right_owners',
  {
    rightId: uuid('right_id')
      .notNull()
      .references(() => rights.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    /** The organization of the market that goes by this name. */
    organizationId: uuid('organization_id').references(() => organizations.id),
    /** A whole fraction; null while the shares are not recorded. */
    shareNumerator: integer('share_numerator'),
    shareDenominator: integer('share_denominator'),
  },
  (t) => [
    primaryKey({ columns: [t.rightId, t.position] }),
    uniqueIndex('right_owners_name').on(t.rightId, t.name),
    check(
      'right_owners_share',
      sql`num_nulls(${t.shareNumerator}, ${t.shareDenominator}) <> 1
        and 0 < ${t.shareNumerator} and ${t.shareNumerator} <= ${t.shareDenominator} and ${t.shareDenominator} <= 1000000`,
    ),
  ],
)

/** The legal history of a right as its owner has looked it up. Entries are never changed, only corrected by later ones. */
export const rightEvents = pgTable(
  'right_events',
  {
    id: id(),
    rightId: uuid('right_id')
      .notNull()
      .references(() => rights.id),
    kind: text('kind').$type<RightEventKind>().notNull(),
    occurredOn: calendarDate('occurred_on').notNull(),
    source: text('source').$type<RightSource>().notNull(),
    checkedOn: calendarDate('checked_on').notNull(),
    party: text('party').notNull().default(''),
    reference: text('reference').notNull().default(''),
    days: integer('days'),
    patentYear: integer('patent_year'),
    correctsId: uuid('corrects_id').references((): AnyPgColumn => rightEvents.id),
    enteredBy: uuid('entered_by')
      .notNull()
      .references(() => users.id),
    enteredAt: instant('entered_at').notNull(),
  },
  (t) => [
    index('right_events_right').on(t.rightId, t.occurredOn, t.id),
    uniqueIndex('right_events_corrected_once').on(t.correctsId),
    check('right_events_kind_known', oneOf(t.kind, codesOf(RIGHT_EVENT_KINDS))),
    check('right_events_source_known', oneOf(t.source, codesOf(RIGHT_SOURCES))),
    check('right_events_checked_after', sql`${t.checkedOn} >= ${t.occurredOn}`),
    check('right_events_days', sql`(${t.kind} = 'term_compensation') = (${t.days} is not null)`),
    check('right_events_year', sql`(${t.kind} = 'fee_paid') = (${t.patentYear} is not null)`),
  ],
)

/** A named group of an organization's rights, to be listed together. */
export const portfolios = pgTable(
  'portfolios',
  {
    id: id(),
    organizationId: uuid('organization_id')
      .notNull()
      .references(() => organizations.id),
    nameZh: text('name_zh').notNull(),
    nameEn: text('name_en').notNull().default(''),
    description: text('description').notNull().default(''),
    revision: integer('revision').notNull().default(1),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    uniqueIndex('portfolios_name').on(t.organizationId, t.nameZh),
    index('portfolios_list').on(t.organizationId, t.updatedAt, t.id),
  ],
)

export const portfolioRights = pgTable(
  'portfolio_rights',
  {
    portfolioId: uuid('portfolio_id')
      .notNull()
      .references(() => portfolios.id, { onDelete: 'cascade' }),
    rightId: uuid('right_id')
      .notNull()
      .references(() => rights.id),
    position: integer('position').notNull(),
  },
  (t) => [primaryKey({ columns: [t.portfolioId, t.rightId] }), index('portfolio_rights_right').on(t.rightId)],
)

/**
 * The register of grants: one row per licence and right, and one per declared open licence. Two rows that cannot both
 * stand are refused by the exclusion constraint `licence_grants_one_lane`, whoever is faster.
 */
export const licenceGrants = pgTable(
  'licence_grants',
  {
    id: id(),
    /** What is licensed (rights.subject); 'listing:…' where a listing of know-how names no right. */
    subject: text('subject').notNull(),
    rightId: uuid('right_id').references(() => rights.id),
    listingId: uuid('listing_id').references(() => listings.id),
    grantorId: uuid('grantor_id')
      .notNull()
      .references(() => organizations.id),
    /** Null for an open licence, which is declared to everybody. */
    granteeId: uuid('grantee_id').references(() => organizations.id),
    contractId: uuid('contract_id').references(() => contracts.id),
    /** The declaration of an open licence. */
    eventId: uuid('event_id').references(() => rightEvents.id),
    kind: text('kind').$type<LicenceKind>().notNull(),
    /** The contract's own words, beside the codes that are compared. */
    territoryWords: text('territory_words').notNull().default(''),
    fieldWords: text('field_words').notNull().default(''),
    territoryCodes: text('territory_codes').array().notNull(),
    fieldCodes: text('field_codes').array().notNull(),
    territory: spans('territory').notNull(),
    field: spans('field').notNull(),
    startsOn: calendarDate('starts_on').notNull(),
    endsOn: calendarDate('ends_on'),
    /** Last day it held, where it ended before its time. */
    endedOn: calendarDate('ended_on'),
    period: dateRange('period').generatedAlwaysAs(
      sql`case when ended_on < starts_on then 'empty'::daterange
        else daterange(starts_on, least(ends_on, ended_on), '[]') end`,
    ),
    laneNumber: bigint('lane_number', { mode: 'number' }).generatedAlwaysAsIdentity(),
    /** An exclusive or sole licence takes every lane, another one its own. */
    lane: laneRange('lane').generatedAlwaysAs(
      sql`case when kind in ('exclusive', 'sole') then int8range(null, null) else int8range(lane_number, lane_number, '[]') end`,
    ),
    /** Brought over from contracts signed before the register was kept, and at odds with another of them. */
    contested: boolean('contested').notNull().default(false),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    // A later one of the same contract carries it on where its term was lengthened.
    uniqueIndex('licence_grants_contract')
      .on(t.contractId, t.subject, t.startsOn)
      .where(sql`${t.endedOn} is null or ${t.endedOn} >= ${t.startsOn}`),
    uniqueIndex('licence_grants_event').on(t.eventId),
    index('licence_grants_right').on(t.rightId),
    index('licence_grants_subject').on(t.subject),
    check('licence_grants_kind_known', oneOf(t.kind, codesOf(LICENCE_KINDS))),
    check('licence_grants_has_subject', sql`num_nonnulls(${t.rightId}, ${t.listingId}) > 0`),
    check(
      'licence_grants_from_something',
      sql`num_nonnulls(${t.contractId}, ${t.eventId}) = 1 and (${t.eventId} is null or ${t.kind} = 'open')`,
    ),
    check('licence_grants_to_somebody', sql`(${t.contractId} is null) = (${t.granteeId} is null)`),
    check('licence_grants_dates', sql`${t.endsOn} >= ${t.startsOn}`),
    check('licence_grants_covers', sql`not isempty(${t.territory}) and not isempty(${t.field})`),
  ],
)

/** Whose agreement to a contract the seller has: of a co-owner (Patent Law art. 14) or a pledgee (Civil Code art. 444). */
export const contractConsents = pgTable(
  'contract_consents',
  {
    contractId: uuid('contract_id')
      .notNull()
      .references(() => contracts.id),
    rightId: uuid('right_id').notNull(),
    kind: text('kind').$type<ConsentKind>().notNull(),
    party: text('party').notNull(),
    givenOn: calendarDate('given_on').notNull(),
    /** Where it is written down: number or name of the letter. */
    reference: text('reference').notNull(),
    fileId: uuid('file_id').references(() => files.id),
    recordedBy: uuid('recorded_by')
      .notNull()
      .references(() => users.id),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.contractId, t.rightId, t.kind, t.party] }),
    foreignKey({ name: 'contract_consents_right', columns: [t.rightId], foreignColumns: [rights.id] }),
    check('contract_consents_kind_known', oneOf(t.kind, codesOf(CONSENT_KINDS))),
  ],
)

/** Which fee of which right the owner's people have been reminded of. */
export const rightReminders = pgTable(
  'right_reminders',
  {
    rightId: uuid('right_id')
      .notNull()
      .references(() => rights.id),
    patentYear: integer('patent_year').notNull(),
    stage: text('stage').$type<'due_soon' | 'in_grace'>().notNull(),
    remindedOn: calendarDate('reminded_on').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.rightId, t.patentYear, t.stage] }),
    check('right_reminders_stage_known', sql`${t.stage} in ('due_soon', 'in_grace')`),
  ],
)
