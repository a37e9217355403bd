import type {
  BudgetMode,
  ContactVisibility,
  CooperationMode,
  DeclineReason,
  IpWish,
  MisfitReason,
  NeedType,
  NeedVisibility,
  PlanIndustry,
  TechnicalField,
} from '@market/domain/codes'
import { ANSWER_STATES, type AnswerState, NEED_STATES, type NeedState } from '@market/domain/demands'
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
import { users } from './identity.ts'
import { type AttachmentContent, listings } from './listings.ts'
import { organizations } from './organizations.ts'

/** One measurable aim; the values are what a test report would say ("≥ 98", "2.5"). */
export interface NeedIndicator {
  nameZh: string
  nameEn: string
  unit: string
  present: string
  target: string
}

/** A file of a need, as readable as the need itself. */
export type NeedAttachment = Omit<AttachmentContent, 'visibility'>

/** Everything a reviewer judges and the public reads of a need. */
export interface NeedContent {
  titleZh: string
  titleEn: string
  problemZh: string
  problemEn: string
  goalZh: string
  goalEn: string
  indicators: NeedIndicator[]
  deadlineOn: string | null
  type: NeedType | null
  cooperationModes: CooperationMode[]
  ipWish: IpWish | null
  budgetMode: BudgetMode | null
  budgetMinFen: number | null
  budgetMaxFen: number | null
  /** The share of the budget paid to the solver. */
  solverShareFen: number | null
  conditionsZh: string
  conditionsEn: string
  necessityZh: string
  necessityEn: string
  benchmarkZh: string
  benchmarkEn: string
  technicalField: TechnicalField | null
  planIndustry: PlanIndustry | null
  industryClass: string | null
  ipcSymbols: string[]
  maturityLevel: number | null
  regionCode: string
  visibility: NeedVisibility
  /** Organizations that may read it where only the invited may. */
  invitedIds: string[]
  contactName: string
  contactPhone: string
  contactEmail: string
  contactVisibility: ContactVisibility
  attachments: NeedAttachment[]
}

/** A technical need of a company. `published` is what others read, the columns beside it what lists and matching ask. */
export const needs = pgTable(
  'needs',
  {
    id: id(),
    organizationId: uuid('organization_id')
      .notNull()
      .references(() => organizations.id),
    state: text('state').$type<NeedState>().notNull(),
    /** What its editors are writing; equal to `published` while nothing is being changed. */
    working: jsonb('working').$type<NeedContent>().notNull(),
    changesState: text('changes_state').$type<'draft' | 'submitted'>(),
    published: jsonb('published').$type<NeedContent>(),
    version: integer('version').notNull().default(0),
    revision: integer('revision').notNull().default(1),
    reviewReasons: jsonb('review_reasons').$type<{ code: string; words: string }[]>(),
    visibility: text('visibility').$type<NeedVisibility>().notNull().default('public'),
    type: text('type').$type<NeedType>(),
    technicalField: text('technical_field').$type<TechnicalField>(),
    planIndustry: text('plan_industry').$type<PlanIndustry>(),
    regionCode: text('region_code').notNull(),
    cooperationModes: text('cooperation_modes').array().$type<CooperationMode[]>().notNull().default([]),
    budgetMaxFen: fen('budget_max_fen'),
    deadlineOn: calendarDate('deadline_on'),
    /** Words of the published text in both languages, as the search cuts them. */
    terms: text('terms').array().notNull().default([]),
    withdrawalReason: text('withdrawal_reason'),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    submittedAt: instant('submitted_at'),
    submittedBy: uuid('submitted_by').references(() => users.id),
    publishedAt: instant('published_at'),
    remindedAt: instant('reminded_at'),
    closedAt: instant('closed_at'),
  },
  (t) => [
    check('needs_state_known', oneOf(t.state, NEED_STATES)),
    check('needs_changes_state_known', sql`${t.changesState} in ('draft', 'submitted')`),
    check('needs_visibility_known', sql`${t.visibility} in ('public', 'anonymous', 'verified', 'invited')`),
    check('needs_budget_positive', sql`${t.budgetMaxFen} > 0`),
    check(
      'needs_published_is_whole',
      sql`${t.state} not in ('published', 'in_talks', 'solved', 'expired') or (${t.version} > 0
        and ${t.published} is not null and ${t.publishedAt} is not null and ${t.deadlineOn} is not null)`,
    ),
    index('needs_review')
      .on(t.submittedAt, t.id)
      .where(sql`${t.state} = 'submitted' or ${t.changesState} = 'submitted'`),
    index('needs_organization').on(t.organizationId, t.updatedAt, t.id),
    index('needs_newest').on(t.state, t.publishedAt, t.id),
    index('needs_deadline').on(t.deadlineOn).where(sql`${t.state} in ('published', 'in_talks')`),
    index('needs_terms').using('gin', t.terms),
    index('needs_published_files').using('gin', sql`(${t.published} -> 'attachments') jsonb_path_ops`),
    index('needs_working_files').using('gin', sql`(${t.working} -> 'attachments') jsonb_path_ops`),
  ],
)

/** The text of a need as each publication showed it. */
export const needVersions = pgTable(
  'need_versions',
  {
    needId: uuid('need_id')
      .notNull()
      .references(() => needs.id),
    version: integer('version').notNull(),
    content: jsonb('content').$type<NeedContent>().notNull(),
    publishedAt: instant('published_at').notNull(),
    publishedBy: uuid('published_by')
      .notNull()
      .references(() => users.id),
  },
  (t) => [primaryKey({ columns: [t.needId, t.version] })],
)

/** A short structured answer without a listing behind it. */
export interface Proposal {
  approach: string
  evidence: string
  team: string
  months: number
  priceFen: number | null
  mode: CooperationMode
  ipWish: IpWish
  attachments: { fileId: string; title: string }[]
}

/** What an owner answers to a need: one of its listings, or a proposal. */
export const needAnswers = pgTable(
  'need_answers',
  {
    id: id(),
    needId: uuid('need_id')
      .notNull()
      .references(() => needs.id),
    organizationId: uuid('organization_id')
      .notNull()
      .references(() => organizations.id),
    state: text('state').$type<AnswerState>().notNull(),
    listingId: uuid('listing_id').references(() => listings.id),
    proposal: jsonb('proposal').$type<Proposal>(),
    message: text('message').notNull().default(''),
    declineReason: text('decline_reason').$type<DeclineReason>(),
    declineWords: text('decline_words'),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    check('need_answers_state_known', oneOf(t.state, ANSWER_STATES)),
    check('need_answers_listing_or_proposal', sql`num_nonnulls(${t.listingId}, ${t.proposal}) = 1`),
    check(
      'need_answers_declined_with_reason',
      sql`(${t.state} = 'declined') = (${t.declineReason} is not null)
        and (${t.declineReason} <> 'other' or ${t.declineWords} <> '')`,
    ),
    // One living answer per listing, and one living proposal per organization.
    uniqueIndex('need_answers_one_open')
      .on(t.needId, t.organizationId, sql`coalesce(${t.listingId}, ${t.needId})`)
      .where(sql`${t.state} in ('submitted', 'shortlisted', 'taken_up')`),
    index('need_answers_need').on(t.needId, t.createdAt, t.id),
    index('need_answers_organization').on(t.organizationId, t.updatedAt, t.id),
    index('need_answers_files').using('gin', sql`(${t.proposal} -> 'attachments') jsonb_path_ops`),
  ],
)

/** What one side said of a pair; the last word counts. */
export const needFeedback = pgTable(
  'need_feedback',
  {
    needId: uuid('need_id')
      .notNull()
      .references(() => needs.id),
    listingId: uuid('listing_id')
      .notNull()
      .references(() => listings.id),
    side: text('side').$type<'poster' | 'owner'>().notNull(),
    fits: integer('fits').$type<0 | 1>().notNull(),
    reason: text('reason').$type<MisfitReason>(),
    words: text('words').notNull().default(''),
    givenBy: uuid('given_by')
      .notNull()
      .references(() => users.id),
    givenAt: instant('given_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.needId, t.listingId, t.side] }),
    index('need_feedback_listing').on(t.listingId, t.side),
    check('need_feedback_side_known', sql`${t.side} in ('poster', 'owner')`),
    check(
      'need_feedback_reason_of_misfit',
      sql`${t.fits} in (0, 1) and (${t.fits} = 0) = (${t.reason} is not null)`,
    ),
  ],
)

/** New needs an owner is to be told of, gathered until the day's letter goes out. */
export const needAlerts = pgTable(
  'need_alerts',
  {
    needId: uuid('need_id')
      .notNull()
      .references(() => needs.id),
    organizationId: uuid('organization_id')
      .notNull()
      .references(() => organizations.id),
    /** The listing that fits best. */
    listingId: uuid('listing_id')
      .notNull()
      .references(() => listings.id),
    score: integer('score').notNull(),
    createdAt: instant('created_at').notNull(),
    toldAt: instant('told_at'),
  },
  (t) => [
    primaryKey({ columns: [t.needId, t.organizationId] }),
    index('need_alerts_untold').on(t.organizationId).where(sql`${t.toldAt} is null`),
  ],
)

/** Listings a poster has been told of, each once for a need. */
export const needListingAlerts = pgTable(
  'need_listing_alerts',
  {
    needId: uuid('need_id')
      .notNull()
      .references(() => needs.id),
    listingId: uuid('listing_id')
      .notNull()
      .references(() => listings.id),
    score: integer('score').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.needId, t.listingId] })],
)
