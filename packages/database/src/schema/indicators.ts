import { sql } from 'drizzle-orm'
import { boolean, check, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'
import { users } from './identity.ts'

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

/** A reported value: entered with its source and the day it was published. */
export const indicatorValues = pgTable(
  'indicator_values',
  {
    planKey: text('plan_key').notNull(),
    indicatorKey: text('indicator_key').notNull(),
    year: integer('year').notNull(),
    value: text('value').notNull(),
    source: text('source').notNull(),
    enteredAt: instant('entered_at').notNull(),
    enteredBy: uuid('entered_by').references(() => users.id),
  },
  (t) => [primaryKey({ columns: [t.planKey, t.indicatorKey, t.year] })],
)
