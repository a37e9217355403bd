import type {
  Exclusivity,
  IpKind,
  PartyKind,
  PlanIndustry,
  PlanSource,
  SocioEconomicObjective,
  TechnicalField,
} from '@market/domain/codes'
import {
  DEFAULT_SMALLEST_CELL,
  type FrozenTable,
  type Place,
  type StatisticFlow,
  type StatisticProblem,
  type TurnoverBreakdown,
  type TurnoverView,
} from '@market/domain/indicators'
import type { ContractSubType, ContractType } from '@market/domain/regimes'
import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
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
import { calendarDate, fen, instant } from './columns.ts'
import { users } from './identity.ts'
import { organizations } from './organizations.ts'
import { registrations } from './registration.ts'

/** The turnover ledger: append-only by trigger; every figure is a sum over these rows (invariant 6). */
export const turnoverEntries = pgTable(
  'turnover_entries',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    registrationId: uuid('registration_id')
      .notNull()
      .references(() => registrations.id),
    /** Version of the registered facts that this entry books or takes back. */
    version: integer('version').notNull(),
    /** 'book' adds a contract, 'reverse' takes an earlier entry back. */
    direction: text('direction').$type<'book' | 'reverse'>().notNull(),
    contractCount: integer('contract_count').notNull(),
    contractAmountFen: fen('contract_amount_fen').notNull(),
    technologyAmountFen: fen('technology_amount_fen').notNull(),
    /** The Shanghai calendar date it counts on: that of the registration, also for later changes. */
    businessOn: calendarDate('business_on').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    type: text('type').$type<ContractType>().notNull(),
    subType: text('sub_type').$type<ContractSubType>(),
    /** The type in the views of before and since the Civil Code, whatever the law of the signing date called it. */
    fourType: text('four_type').$type<ContractType>().notNull(),
    fiveType: text('five_type').$type<ContractType>().notNull(),
    regimeKey: text('regime_key').notNull(),
    technicalField: text('technical_field').$type<TechnicalField>().notNull(),
    planIndustry: text('plan_industry').$type<PlanIndustry>().notNull(),
    ipKind: text('ip_kind').$type<IpKind>().notNull(),
    planSource: text('plan_source').$type<PlanSource>().notNull(),
    socioEconomicObjective: text('socio_economic_objective').$type<SocioEconomicObjective>(),
    sellerKind: text('seller_kind').$type<PartyKind>().notNull(),
    buyerKind: text('buyer_kind').$type<PartyKind>().notNull(),
    sellerRegionCode: text('seller_region_code').notNull(),
    buyerRegionCode: text('buyer_region_code').notNull(),
    agencyId: uuid('agency_id')
      .notNull()
      .references(() => organizations.id),
    sellerId: uuid('seller_id')
      .notNull()
      .references(() => organizations.id),
    buyerId: uuid('buyer_id')
      .notNull()
      .references(() => organizations.id),
  },
  (t) => [
    check(
      'turnover_entries_signs',
      sql`(${t.direction} = 'book'
          and ${t.contractCount} = 1 and 0 < ${t.technologyAmountFen} and ${t.technologyAmountFen} <= ${t.contractAmountFen})
        or (${t.direction} = 'reverse'
          and ${t.contractCount} = -1 and 0 > ${t.technologyAmountFen} and ${t.technologyAmountFen} >= ${t.contractAmountFen})`,
    ),
    // A version is booked once and taken back at most once.
    uniqueIndex('turnover_entries_once').on(t.registrationId, t.version, t.direction),
    // What is taken back was booked on the same day: the trigger looks it up here, figures by period too.
    index('turnover_entries_business').on(t.businessOn, t.registrationId),
    // The running month of an as-of figure.
    index('turnover_entries_recorded').on(t.recordedAt),
  ],
)

/** The place the flows are seen from: a city, or a whole province. One row; changed only together with a rebuild. */
export const turnoverHome = pgTable(
  'turnover_home',
  { id: integer('id').primaryKey(), regionCode: text('region_code').notNull() },
  (t) => [
    check('turnover_home_single', sql`${t.id} = 1`),
    check('turnover_home_region', sql`${t.regionCode} ~ '^[0-9]{6}$'`),
  ],
)

const rolledUp = {
  /** What `code` is a value of: a dimension of the ledger, or 'all' with the empty code. */
  dimension: text('dimension').notNull(),
  code: text('code').notNull(),
  /** First day of the business month. */
  month: calendarDate('month').notNull(),
  sellerPlace: text('seller_place').$type<Place>().notNull(),
  buyerPlace: text('buyer_place').$type<Place>().notNull(),
  contractCount: bigint('contract_count', { mode: 'number' }).notNull(),
  contractAmountFen: fen('contract_amount_fen').notNull(),
  technologyAmountFen: fen('technology_amount_fen').notNull(),
}

/** Sums of the ledger by business month, kept by its trigger in the same transaction: figures of today are read here. */
export const turnoverRollups = pgTable('turnover_rollups', rolledUp, (t) => [
  primaryKey({ columns: [t.dimension, t.month, t.code, t.sellerPlace, t.buyerPlace] }),
])

/** The same, apart by month of recording (UTC), so that a figure as known at an instant needs one month of ledger. */
export const turnoverHistory = pgTable(
  'turnover_history',
  { ...rolledUp, recordedMonth: calendarDate('recorded_month').notNull() },
  (t) => [
    primaryKey({
      columns: [t.dimension, t.month, t.recordedMonth, t.code, t.sellerPlace, t.buyerPlace],
    }),
  ],
)

/** The states of the turnover that the public reads; between two of them it reads nothing new (append-only by trigger). */
export const turnoverReleases = pgTable('turnover_releases', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  releasedAt: instant('released_at').notNull().unique(),
  /** The place that the flows were seen from. */
  homeRegionCode: text('home_region_code').notNull(),
  /** Who called for it; null for that of the month. */
  releasedBy: uuid('released_by').references(() => users.id),
})

/** The release that counted a line of the ledger first: with it every released state can be made again (append-only). */
export const turnoverReleasedEntries = pgTable('turnover_released_entries', {
  entryId: bigint('entry_id', { mode: 'number' })
    .primaryKey()
    .references(() => turnoverEntries.id),
  releaseId: integer('release_id')
    .notNull()
    .references(() => turnoverReleases.id),
})

/**
 * A public figure of one year as a release stated it anew; until the next row it stands. Null while it never could be
 * stated; of what has no row, no contract was ever released (append-only by trigger).
 */
export const turnoverReleasedFigures = pgTable(
  'turnover_released_figures',
  {
    view: text('view').$type<TurnoverView>().notNull(),
    by: text('by').$type<TurnoverBreakdown>().notNull(),
    year: integer('year').notNull(),
    code: text('code').notNull(),
    releaseId: integer('release_id')
      .notNull()
      .references(() => turnoverReleases.id),
    contractCount: bigint('contract_count', { mode: 'number' }),
    contractAmountFen: fen('contract_amount_fen'),
    technologyAmountFen: fen('technology_amount_fen'),
  },
  (t) => [
    primaryKey({ columns: [t.view, t.by, t.year, t.code, t.releaseId] }),
    check(
      'turnover_released_figures_whole',
      sql`num_nulls(${t.contractCount}, ${t.contractAmountFen}, ${t.technologyAmountFen}) in (0, 3)`,
    ),
    check(
      'turnover_released_figures_smallest',
      sql`${t.contractCount} = 0 or ${t.contractCount} >= ${sql.raw(String(DEFAULT_SMALLEST_CELL))}`,
    ),
  ],
)

/** A public price range as a release stated it anew (append-only by trigger). */
export const turnoverReleasedPrices = pgTable(
  'turnover_released_prices',
  {
    field: text('field').$type<TechnicalField>().notNull(),
    type: text('type').$type<ContractType>().notNull(),
    exclusivity: text('exclusivity').$type<Exclusivity>().notNull(),
    releaseId: integer('release_id')
      .notNull()
      .references(() => turnoverReleases.id),
    contractCount: integer('contract_count').notNull(),
    lowerQuartileFen: fen('lower_quartile_fen').notNull(),
    medianFen: fen('median_fen').notNull(),
    upperQuartileFen: fen('upper_quartile_fen').notNull(),
  },
  (t) => [primaryKey({ columns: [t.field, t.type, t.exclusivity, t.releaseId] })],
)

/** A city's plan: the frame the indicators are read against. Seeded from a file; another city is another file. */
export const plans = pgTable('plans', {
  key: text('key').primaryKey(),
  nameZh: text('name_zh').notNull(),
  nameEn: text('name_en').notNull(),
  /** The document that decided it; null for a sample plan. */
  source: text('source'),
  regionCode: text('region_code').notNull(),
  startYear: integer('start_year').notNull(),
  endYear: integer('end_year').notNull(),
  sample: boolean('sample').notNull().default(false),
})

export const planIndicators = pgTable(
  'plan_indicators',
  {
    planKey: text('plan_key')
      .notNull()
      .references(() => plans.key),
    key: text('key').notNull(),
    position: integer('position').notNull(),
    nameZh: text('name_zh').notNull(),
    nameEn: text('name_en').notNull(),
    definitionZh: text('definition_zh').notNull(),
    definitionEn: text('definition_en').notNull(),
    unitZh: text('unit_zh').notNull(),
    unitEn: text('unit_en').notNull(),
    ownerZh: text('owner_zh').notNull(),
    ownerEn: text('owner_en').notNull(),
    /** Computed from the market's own records, or reported from official statistics with a source. */
    feed: text('feed').$type<'computed' | 'reported'>().notNull(),
    /** What a computed indicator counts. */
    computation: text('computation').$type<'turnover' | 'verified_agencies' | 'verified_providers'>(),
    baselineText: text('baseline_text').notNull().default(''),
    /** Values in the indicator's unit; for turnover in fen. */
    baselineValue: text('baseline_value'),
    targetValue: text('target_value'),
    /** year → value in the same unit. */
    path: jsonb('path').$type<Record<string, number>>().notNull().default({}),
  },
  (t) => [
    primaryKey({ columns: [t.planKey, t.key] }),
    check('plan_indicators_feed', sql`(${t.feed} = 'computed') = (${t.computation} is not null)`),
  ],
)

/** A reported value with its source and the day that was published; a correction is the next revision (append-only). */
export const indicatorValues = pgTable(
  'indicator_values',
  {
    planKey: text('plan_key').notNull(),
    indicatorKey: text('indicator_key').notNull(),
    year: integer('year').notNull(),
    revision: integer('revision').notNull().default(1),
    value: text('value').notNull(),
    source: text('source').notNull(),
    /** The day the source was published; null where only the source is known. */
    publishedOn: calendarDate('published_on'),
    /** Why an earlier value was corrected. */
    reason: text('reason').notNull().default(''),
    enteredAt: instant('entered_at').notNull(),
    enteredBy: uuid('entered_by').references(() => users.id),
  },
  (t) => [
    primaryKey({ columns: [t.planKey, t.indicatorKey, t.year, t.revision] }),
    check(
      'indicator_values_decimal',
      sql`${t.value} ~ '^-?[0-9]{1,15}([.][0-9]{1,6})?$' and ${t.revision} > 0`,
    ),
    foreignKey({
      columns: [t.planKey, t.indicatorKey],
      foreignColumns: [planIndicators.planKey, planIndicators.key],
      name: 'indicator_values_indicator',
    }),
  ],
)

/** A closed month, quarter or year: its figures as they stood, frozen (append-only by trigger; invariant 7). */
export const publishedPeriods = pgTable('published_periods', {
  /** '2026-03', '2026-Q1' or '2026'. */
  period: text('period').primaryKey(),
  from: calendarDate('from_on').notNull(),
  to: calendarDate('to_on').notNull(),
  /** Every view and breakdown for readers of every cell, and with small cells hidden. */
  figures: jsonb('figures').$type<FrozenTable[]>().notNull(),
  publicFigures: jsonb('public_figures').$type<FrozenTable[]>().notNull(),
  definitionZh: text('definition_zh').notNull(),
  definitionEn: text('definition_en').notNull(),
  /** SHA-256 over the canonical text of what was published, with the figures and with the public ones. */
  hash: text('hash').notNull(),
  publicHash: text('public_hash').notNull(),
  publishedAt: instant('published_at').notNull(),
  /** The newest line of the ledger that the figures count; null for periods published before it was noted. */
  lastEntryId: bigint('last_entry_id', { mode: 'number' }),
  publishedBy: uuid('published_by')
    .notNull()
    .references(() => users.id),
  publisherId: uuid('publisher_id')
    .notNull()
    .references(() => organizations.id),
})

/** A published series of somebody else's statistics: a draft until the authority has read what the check found. */
export const statisticsPublications = pgTable(
  'statistics_publications',
  {
    id: uuid('id').primaryKey(),
    state: text('state').$type<'draft' | 'published'>().notNull(),
    title: text('title').notNull(),
    /** Who published it, and where. */
    source: text('source').notNull(),
    /** What its figures count, in the words of the source. */
    definition: text('definition').notNull(),
    publishedOn: calendarDate('published_on').notNull(),
    fileName: text('file_name').notNull(),
    sha256: text('sha256').notNull().unique(),
    rowCount: integer('row_count').notNull(),
    /** What the check found, row by row; row 0 where the figures speak of one another. */
    problems: jsonb('problems').$type<StatisticProblem[]>().notNull(),
    createdAt: instant('created_at').notNull(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    organizationId: uuid('organization_id')
      .notNull()
      .references(() => organizations.id),
    /** The instant from which anybody may read it. */
    openedAt: instant('opened_at'),
  },
  (t) => [
    check('statistics_publications_state', sql`${t.state} in ('draft', 'published')`),
    check('statistics_publications_opened', sql`(${t.state} = 'published') = (${t.openedAt} is not null)`),
  ],
)

/** The figures of a publication; of one place, period and flow the newest publication speaks. */
export const statisticsValues = pgTable(
  'statistics_values',
  {
    publicationId: uuid('publication_id')
      .notNull()
      .references(() => statisticsPublications.id, { onDelete: 'cascade' }),
    place: text('place').notNull(),
    period: text('period').notNull(),
    flow: text('flow').$type<StatisticFlow>().notNull(),
    contractCount: bigint('contract_count', { mode: 'number' }),
    contractAmountFen: fen('contract_amount_fen'),
  },
  (t) => [
    primaryKey({ columns: [t.publicationId, t.place, t.period, t.flow] }),
    check('statistics_values_stated', sql`num_nonnulls(${t.contractCount}, ${t.contractAmountFen}) > 0`),
    check('statistics_values_not_negative', sql`0 <= ${t.contractCount} and 0 <= ${t.contractAmountFen}`),
    index('statistics_values_place').on(t.place, t.period),
  ],
)
