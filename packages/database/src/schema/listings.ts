import type {
  AttachmentVisibility,
  ListingKind,
  PlanIndustry,
  PriceMode,
  RightEnding,
  RightKind,
  RightLegalStatus,
  RightSource,
  TechnicalField,
  TransferMode,
} from '@market/domain/codes'
import {
  type ComparisonRow,
  LISTING_LIMITS,
  LISTING_STATES,
  type ListingState,
} from '@market/domain/listings'
import { type SQL, sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
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
import { calendarDate, fen, id, instant, oneOf } from './columns.ts'
import { files } from './files.ts'
import { users } from './identity.ts'
import { organizationContacts, organizations } from './organizations.ts'

/** One intellectual-property right; several listings may offer it, one listing may offer several. */
export const rights = pgTable(
  'rights',
  {
    id: id(),
    organizationId: uuid('organization_id')
      .notNull()
      .references(() => organizations.id),
    kind: text('kind').$type<RightKind>().notNull(),
    /** Normalised: digits, point and check digit, without ZL. Null for know-how. */
    number: text('number'),
    title: text('title').notNull(),
    ownerNames: text('owner_names').array().notNull(),
    inventorNames: text('inventor_names').array().notNull(),
    filedOn: calendarDate('filed_on'),
    grantedOn: calendarDate('granted_on'),
    /** Computed from the filing date for patents (Patent Law art. 42). */
    expiresOn: calendarDate('expires_on'),
    legalStatus: text('legal_status').$type<RightLegalStatus>().notNull(),
    createdAt: instant('created_at').notNull(),
    /** Publication number ('CN115000001A') and day, as the office printed them. */
    publicationNumber: text('publication_number'),
    publishedOn: calendarDate('published_on'),
    /** Days of recorded term compensation, which `expires_on` includes. */
    compensationDays: integer('compensation_days').notNull().default(0),
    /** When the annual fee after the last recorded payment falls due; null while no payment is recorded. */
    feeDueOn: calendarDate('fee_due_on'),
    /** Made with public money, and the duties that go with it. */
    publiclyFunded: boolean('publicly_funded'),
    fundingWords: text('funding_words').notNull().default(''),
    /** When the owner last looked the facts up, and where. */
    checkedOn: calendarDate('checked_on'),
    checkedSource: text('checked_source').$type<RightSource>(),
    /** Since when the record is kept on its own: listings then take its facts instead of their own. */
    keptSince: instant('kept_since'),
    updatedAt: instant('updated_at'),
    /** What licences are granted of: the same for an application and its patent, and for every co-owner's record. */
    subject: text('subject')
      .notNull()
      .generatedAlwaysAs(
        sql`case when number is null then 'right:' || id::text
          when kind in ('invention_patent', 'utility_model', 'design_patent', 'patent_application') then 'patent:' || number
          else kind || ':' || number end`,
      ),
  },
  (t) => [
    index('rights_subject').on(t.subject),
    index('rights_list').on(t.organizationId, t.createdAt, t.id),
    index('rights_fee_due').on(t.feeDueOn),
    check('rights_compensation', sql`${t.compensationDays} between 0 and 1830`),
    uniqueIndex('rights_number_once_per_organization')
      .on(t.organizationId, t.kind, t.number)
      .where(sql`${t.number} is not null`),
    index('rights_number').on(t.number),
    check('rights_dates_in_order', sql`${t.grantedOn} >= ${t.filedOn} and ${t.expiresOn} >= ${t.filedOn}`),
  ],
)

/** A right inside a listing's text; `id` is that of the stored right, or of the one to be stored. */
export interface RightContent {
  id: string
  kind: RightKind
  /** Plain form with its check digit; null for know-how. */
  number: string | null
  title: string
  ownerNames: string[]
  inventorNames: string[]
  filedOn: string | null
  grantedOn: string | null
  expiresOn: string | null
  legalStatus: RightLegalStatus
}

export interface AttachmentContent {
  id: string
  fileId: string
  titleZh: string
  titleEn: string
  /** What a picture shows, for those who do not see it; empty for other files. */
  altZh: string
  altEn: string
  visibility: AttachmentVisibility
}

/** Everything a reviewer judges and the public reads: what a version keeps and what an edit changes. */
export interface ListingContent {
  kind: ListingKind
  titleZh: string
  titleEn: string
  summaryZh: string
  summaryEn: string
  problemZh: string
  problemEn: string
  advantageZh: string
  advantageEn: string
  applicationsZh: string
  applicationsEn: string
  /** What the buyer would use today; the rows of `comparison` measure against it. */
  leadingSolutionZh: string
  leadingSolutionEn: string
  comparison: ComparisonRow[]
  maturityLevel: number | null
  maturityEvidenceZh: string
  maturityEvidenceEn: string
  ipcSymbols: string[]
  technicalField: TechnicalField | null
  planIndustry: PlanIndustry | null
  industryClass: string | null
  transferModes: TransferMode[]
  priceMode: PriceMode | null
  priceFen: number | null
  priceMaxFen: number | null
  regionCode: string
  rights: RightContent[]
  attachments: AttachmentContent[]
}

/** `char_length(column) <= limit` for every text the domain limits. */
const withinLimits = (columns: Record<keyof typeof LISTING_LIMITS.texts, AnyPgColumn>): SQL =>
  sql.join(
    Object.entries(LISTING_LIMITS.texts).map(
      ([name, limit]) =>
        sql`char_length(${columns[name as keyof typeof LISTING_LIMITS.texts]}) <= ${sql.raw(String(limit))}`,
    ),
    sql` and `,
  )

export const listings = pgTable(
  'listings',
  {
    id: id(),
    organizationId: uuid('organization_id')
      .notNull()
      .references(() => organizations.id),
    state: text('state').$type<ListingState>().notNull(),
    kind: text('kind').$type<ListingKind>().notNull(),
    titleZh: text('title_zh').notNull(),
    titleEn: text('title_en').notNull().default(''),
    summaryZh: text('summary_zh').notNull().default(''),
    summaryEn: text('summary_en').notNull().default(''),
    problemZh: text('problem_zh').notNull().default(''),
    problemEn: text('problem_en').notNull().default(''),
    advantageZh: text('advantage_zh').notNull().default(''),
    advantageEn: text('advantage_en').notNull().default(''),
    applicationsZh: text('applications_zh').notNull().default(''),
    applicationsEn: text('applications_en').notNull().default(''),
    leadingSolutionZh: text('leading_solution_zh').notNull().default(''),
    leadingSolutionEn: text('leading_solution_en').notNull().default(''),
    comparison: jsonb('comparison').$type<ComparisonRow[]>().notNull().default([]),
    maturityLevel: integer('maturity_level'),
    maturityEvidenceZh: text('maturity_evidence_zh').notNull().default(''),
    maturityEvidenceEn: text('maturity_evidence_en').notNull().default(''),
    ipcSymbols: text('ipc_symbols').array().notNull().default([]),
    technicalField: text('technical_field').$type<TechnicalField>(),
    planIndustry: text('plan_industry').$type<PlanIndustry>(),
    /** GB/T 4754-2017 division or finer. */
    industryClass: text('industry_class'),
    transferModes: text('transfer_modes').array().$type<TransferMode[]>().notNull().default([]),
    priceMode: text('price_mode').$type<PriceMode>(),
    priceFen: fen('price_fen'),
    /** Upper end where the price mode is a range. */
    priceMaxFen: fen('price_max_fen'),
    regionCode: text('region_code').notNull(),
    /** Number of times published; the text of each is in listing_versions. */
    version: integer('version').notNull().default(0),
    /** Counts every edit, so that two editors cannot overwrite each other unseen. */
    revision: integer('revision').notNull().default(1),
    /** `field` names the part of the text the reason is about; null where it is about the whole. */
    reviewReasons:
      jsonb('review_reasons').$type<{ code: string; words: string; field?: string | null | undefined }[]>(),
    /** Whoever has taken the waiting text from the queue. */
    reviewerId: uuid('reviewer_id').references(() => users.id),
    /** Edits made after publication, whole; the columns above stay what the public reads until a reviewer agrees. */
    changes: jsonb('changes').$type<ListingContent>(),
    changesState: text('changes_state').$type<'draft' | 'submitted'>(),
    withdrawalReason: text('withdrawal_reason'),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    submittedAt: instant('submitted_at'),
    submittedBy: uuid('submitted_by').references(() => users.id),
    publishedAt: instant('published_at'),
    closedAt: instant('closed_at'),
    /** One of its rights no longer protects: it takes no requests until that is restored. */
    frozenAt: instant('frozen_at'),
    frozenReason: text('frozen_reason').$type<RightEnding>(),
    frozenRightId: uuid('frozen_right_id').references(() => rights.id),
    /** The last day on the market; null before the first publication. */
    expiresOn: calendarDate('expires_on'),
    /** Whom to ask; one of the owner's contacts. Not part of the reviewed text. */
    contactId: uuid('contact_id'),
  },
  (t) => [
    foreignKey({
      name: 'listings_contact_of_owner',
      columns: [t.contactId, t.organizationId],
      foreignColumns: [organizationContacts.id, organizationContacts.organizationId],
    }),
    check('listings_texts_within_limits', withinLimits(t)),
    check(
      'listings_comparison_rows',
      sql`jsonb_typeof(${t.comparison}) = 'array' and jsonb_array_length(${t.comparison}) <= ${sql.raw(String(LISTING_LIMITS.comparisonRows))}`,
    ),
    index('listings_expiry')
      .on(t.expiresOn, t.id)
      .where(sql`${t.state} in ('published', 'under_negotiation')`),
    check('listings_state_known', oneOf(t.state, LISTING_STATES)),
    check(
      'listings_frozen_whole',
      sql`num_nulls(${t.frozenAt}, ${t.frozenReason}, ${t.frozenRightId}) in (0, 3)`,
    ),
    check('listings_maturity_range', sql`${t.maturityLevel} between 1 and 13`),
    check(
      'listings_price_positive',
      sql`${t.priceFen} > 0 and (${t.priceMaxFen} is null or ${t.priceMaxFen} >= ${t.priceFen})`,
    ),
    check(
      'listings_published_has_version',
      sql`${t.state} not in ('published', 'under_negotiation', 'transferred') or ${t.version} > 0`,
    ),
    check(
      'listings_changes_whole',
      sql`(${t.changes} is null) = (${t.changesState} is null)
        and (${t.changesState} is null or ${t.changesState} in ('draft', 'submitted'))`,
    ),
    index('listings_review')
      .on(t.submittedAt, t.id)
      .where(sql`${t.state} = 'submitted' or ${t.changesState} = 'submitted'`),
    index('listings_organization').on(t.organizationId, t.updatedAt, t.id),
    index('listings_state').on(t.state, t.publishedAt, t.id),
    // For the newest of all public states together, which the index by state would have sorted first.
    index('listings_published').on(t.publishedAt, t.id),
  ],
)

export const listingRights = pgTable(
  'listing_rights',
  {
    listingId: uuid('listing_id')
      .notNull()
      .references(() => listings.id),
    rightId: uuid('right_id')
      .notNull()
      .references(() => rights.id),
    position: integer('position').notNull(),
  },
  (t) => [primaryKey({ columns: [t.listingId, t.rightId] }), index('listing_rights_right').on(t.rightId)],
)

/** The text of a listing as each publication showed it. */
export const listingVersions = pgTable(
  'listing_versions',
  {
    listingId: uuid('listing_id')
      .notNull()
      .references(() => listings.id),
    version: integer('version').notNull(),
    content: jsonb('content').$type<ListingContent>().notNull(),
    publishedAt: instant('published_at').notNull(),
    publishedBy: uuid('published_by')
      .notNull()
      .references(() => users.id),
  },
  (t) => [primaryKey({ columns: [t.listingId, t.version] })],
)

export const listingAttachments = pgTable(
  'listing_attachments',
  {
    id: id(),
    listingId: uuid('listing_id')
      .notNull()
      .references(() => listings.id),
    fileId: uuid('file_id')
      .notNull()
      .references(() => files.id),
    titleZh: text('title_zh').notNull(),
    titleEn: text('title_en').notNull().default(''),
    altZh: text('alt_zh').notNull().default(''),
    altEn: text('alt_en').notNull().default(''),
    /** 'public' to everyone once published; 'confidential' to the owner, and marked to readers bound by secrecy. */
    visibility: text('visibility').$type<AttachmentVisibility>().notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('listing_attachments_file').on(t.listingId, t.fileId),
    index('listing_attachments_by_file').on(t.fileId),
    check('listing_attachments_visibility_known', sql`${t.visibility} in ('public', 'confidential')`),
  ],
)

/** Which warning of the coming end has been given; one row per listing, end and warning. */
export const listingReminders = pgTable(
  'listing_reminders',
  {
    listingId: uuid('listing_id')
      .notNull()
      .references(() => listings.id),
    expiresOn: calendarDate('expires_on').notNull(),
    daysBefore: integer('days_before').notNull(),
    remindedAt: instant('reminded_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.listingId, t.expiresOn, t.daysBefore] })],
)

export const LISTING_CHANGE_KINDS = ['published', 'changed', 'withdrawn', 'expired'] as const

/**
 * What happened to the public listings, for other platforms; written by a trigger. `position` is given after the
 * commit, in one queue: a reader who has seen a position has seen every smaller one.
 */
export const listingChanges = pgTable(
  'listing_changes',
  {
    number: bigint('number', { mode: 'number' }).generatedAlwaysAsIdentity().primaryKey(),
    position: bigint('position', { mode: 'number' }),
    listingId: uuid('listing_id')
      .notNull()
      .references(() => listings.id),
    organizationId: uuid('organization_id')
      .notNull()
      .references(() => organizations.id),
    kind: text('kind').$type<(typeof LISTING_CHANGE_KINDS)[number]>().notNull(),
    version: integer('version').notNull(),
    state: text('state').$type<ListingState>().notNull(),
    occurredAt: instant('occurred_at').notNull(),
  },
  (t) => [
    check('listing_changes_kind_known', oneOf(t.kind, LISTING_CHANGE_KINDS)),
    uniqueIndex('listing_changes_position').on(t.position),
    index('listing_changes_unplaced').on(t.number).where(sql`${t.position} is null`),
    index('listing_changes_organization').on(t.organizationId, t.position),
  ],
)

/** One change made to many listings at once; `change` is what was asked for. */
export const bulkEdits = pgTable(
  'bulk_edits',
  {
    id: id(),
    organizationId: uuid('organization_id')
      .notNull()
      .references(() => organizations.id),
    change: jsonb('change').$type<Record<string, unknown>>().notNull(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: instant('created_at').notNull(),
    undoneAt: instant('undone_at'),
  },
  (t) => [index('bulk_edits_organization').on(t.organizationId, t.createdAt, t.id)],
)

/** What became of one listing of a bulk edit; `before` is what an undo puts back. */
export const bulkEditItems = pgTable(
  'bulk_edit_items',
  {
    bulkEditId: uuid('bulk_edit_id')
      .notNull()
      .references(() => bulkEdits.id),
    listingId: uuid('listing_id')
      .notNull()
      .references(() => listings.id),
    position: integer('position').notNull(),
    outcome: text('outcome').$type<'done' | 'unchanged' | 'refused' | 'undone'>().notNull(),
    /** Code of the refusal, of the edit or of its undoing. */
    code: text('code'),
    details: jsonb('details').$type<Record<string, unknown>>().notNull().default({}),
    before: jsonb('before').$type<Record<string, unknown>>(),
    /** The listing's revision after the edit: an undo must not overwrite later work. */
    revision: integer('revision'),
  },
  (t) => [
    primaryKey({ columns: [t.bulkEditId, t.listingId] }),
    check('bulk_edit_items_outcome_known', oneOf(t.outcome, ['done', 'unchanged', 'refused', 'undone'])),
  ],
)
