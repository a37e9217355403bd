import {
  COST_KINDS,
  type CostKind,
  REWARD_RULES,
  REWARD_STATES,
  type RewardRule,
  type RewardState,
} from '@market/domain/payments'
import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
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
import { ledgerTransactions } from './payments.ts'

/** How a seller shares a contract's net income with those who made the result. Closed once approved (a trigger). */
export const rewardSplits = pgTable(
  'reward_splits',
  {
    id: id(),
    contractId: uuid('contract_id')
      .notNull()
      .unique()
      .references(() => contracts.id),
    /** The seller. */
    organizationId: uuid('organization_id')
      .notNull()
      .references(() => organizations.id),
    state: text('state').$type<RewardState>().notNull(),
    rule: text('rule').$type<RewardRule>().notNull(),
    reference: text('reference').notNull().default(''),
    /** Hundredths of a percent of the net income. */
    inventorPart: integer('inventor_part').notNull(),
    /** The least the law leaves, in percent, with its basis; null where it sets none. */
    floorPercent: integer('floor_percent'),
    floorBasisZh: text('floor_basis_zh').notNull().default(''),
    floorBasisEn: text('floor_basis_en').notNull().default(''),
    floorVerified: boolean('floor_verified').notNull().default(false),
    revision: integer('revision').notNull().default(1),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    approvedBy: uuid('approved_by').references(() => users.id),
    approvedAt: instant('approved_at'),
  },
  (t) => [
    check('reward_splits_state_known', oneOf(t.state, REWARD_STATES)),
    check('reward_splits_rule_known', oneOf(t.rule, REWARD_RULES)),
    check('reward_splits_part', sql`${t.inventorPart} between 1 and 10000`),
    check(
      'reward_splits_floor',
      sql`${t.state} = 'draft' or ${t.floorPercent} is null or ${t.inventorPart} >= ${t.floorPercent} * 100`,
    ),
    check(
      'reward_splits_approved_whole',
      sql`num_nonnulls(${t.approvedBy}, ${t.approvedAt}) = (case when ${t.state} = 'approved' then 2 else 0 end)`,
    ),
  ],
)

/** What is taken off the income first. */
export const rewardCosts = pgTable(
  'reward_costs',
  {
    splitId: uuid('split_id')
      .notNull()
      .references(() => rewardSplits.id),
    position: integer('position').notNull(),
    kind: text('kind').$type<CostKind>().notNull(),
    note: text('note').notNull().default(''),
    amountFen: fen('amount_fen').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.splitId, t.position] }),
    check('reward_costs_kind_known', oneOf(t.kind, COST_KINDS)),
    check('reward_costs_amount', sql`0 < ${t.amountFen}`),
  ],
)

export const rewardShares = pgTable(
  'reward_shares',
  {
    splitId: uuid('split_id')
      .notNull()
      .references(() => rewardSplits.id),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    /** Hundredths of a percent of what all inventors get. */
    share: integer('share').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.splitId, t.position] }),
    uniqueIndex('reward_shares_name').on(t.splitId, t.name),
    check('reward_shares_share', sql`${t.share} between 1 and 10000`),
  ],
)

/** What one posting of money came to; signed, so that a refund takes back. Append-only. */
export const rewardDistributions = pgTable(
  'reward_distributions',
  {
    id: id(),
    splitId: uuid('split_id')
      .notNull()
      .references(() => rewardSplits.id),
    transactionId: uuid('transaction_id')
      .notNull()
      .unique('reward_distributions_posting_once')
      .references(() => ledgerTransactions.id),
    position: integer('position').notNull(),
    occurredOn: calendarDate('occurred_on').notNull(),
    amountFen: fen('amount_fen').notNull(),
    costFen: fen('cost_fen').notNull(),
    netFen: fen('net_fen').notNull(),
    poolFen: fen('pool_fen').notNull(),
    institutionFen: fen('institution_fen').notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [
    uniqueIndex('reward_distributions_position').on(t.splitId, t.position),
    check(
      'reward_distributions_adds_up',
      sql`${t.amountFen} = ${t.costFen} + ${t.netFen} and ${t.netFen} = ${t.poolFen} + ${t.institutionFen}`,
    ),
  ],
)

/** Each inventor's part of one distribution; together they make its pool, by a deferred constraint. */
export const rewardParts = pgTable(
  'reward_parts',
  {
    distributionId: uuid('distribution_id')
      .notNull()
      .references(() => rewardDistributions.id),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    amountFen: fen('amount_fen').notNull(),
  },
  (t) => [primaryKey({ columns: [t.distributionId, t.position] }), index('reward_parts_name').on(t.name)],
)
