import {
  type ImportedListing,
  LISTING_IMPORT_FORMATS,
  LISTING_IMPORT_STATES,
  type ListingImportField,
  type ListingImportFormat,
  type ListingImportMapping,
  type ListingImportProblemCode,
  type ListingImportState,
  REPAIR_DECISIONS,
  REPAIR_KINDS,
  type RepairDecision,
  type RepairKind,
  type SourceColumn,
} from '@market/domain/listings'
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
  uuid,
} from 'drizzle-orm/pg-core'
import { id, instant, oneOf } from './columns.ts'
import { users } from './identity.ts'
import { listings } from './listings.ts'
import { organizations } from './organizations.ts'

/** A file of results on its way to drafts. The bytes are in file storage. */
export const listingImports = pgTable(
  'listing_imports',
  {
    id: id(),
    organizationId: uuid('organization_id')
      .notNull()
      .references(() => organizations.id),
    state: text('state').$type<ListingImportState>().notNull(),
    fileName: text('file_name').notNull(),
    format: text('format').$type<ListingImportFormat>().notNull(),
    sizeBytes: bigint('size_bytes', { mode: 'number' }).notNull(),
    sha256: text('sha256').notNull(),
    storageKey: text('storage_key').notNull().unique(),
    columns: jsonb('columns').$type<SourceColumn[]>().notNull().default([]),
    mapping: jsonb('mapping').$type<ListingImportMapping>(),
    /** Whether the mapping is one this organization used before for the same columns. */
    mappingRemembered: boolean('mapping_remembered').notNull().default(false),
    /** Rows of the file that hold something; known once it has been read. */
    rowCount: integer('row_count').notNull().default(0),
    emptyRows: integer('empty_rows').notNull().default(0),
    /** Bytes while it is read, rows after that: how far the present step is. */
    progress: bigint('progress', { mode: 'number' }).notNull().default(0),
    /** Last row the present step has dealt with: where it goes on after a crash. */
    lastRow: integer('last_row').notNull().default(0),
    /** Rows that will become drafts as the repairs stand. */
    readyCount: integer('ready_count').notNull().default(0),
    draftCount: integer('draft_count').notNull().default(0),
    failureCode: text('failure_code'),
    failureRow: integer('failure_row'),
    /** The worker that is at it, and until when nobody else may be. */
    leaseId: uuid('lease_id'),
    leasedUntil: instant('leased_until'),
    /** Times it was taken on since it last got anywhere. */
    attempts: integer('attempts').notNull().default(0),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: instant('created_at').notNull(),
    checkedAt: instant('checked_at'),
    committedBy: uuid('committed_by').references(() => users.id),
    committedAt: instant('committed_at'),
    finishedAt: instant('finished_at'),
  },
  (t) => [
    check('listing_imports_state_known', oneOf(t.state, LISTING_IMPORT_STATES)),
    check('listing_imports_format_known', oneOf(t.format, LISTING_IMPORT_FORMATS)),
    check('listing_imports_sha256_hex', sql`${t.sha256} ~ '^[0-9a-f]{64}$'`),
    check('listing_imports_size_positive', sql`${t.sizeBytes} > 0`),
    check('listing_imports_lease_whole', sql`(${t.leaseId} is null) = (${t.leasedUntil} is null)`),
    check(
      'listing_imports_mapped',
      sql`${t.mapping} is not null or ${t.state} in ('reading', 'failed', 'cancelling', 'cancelled')`,
    ),
    index('listing_imports_organization').on(t.organizationId, t.createdAt, t.id),
    index('listing_imports_working')
      .on(t.createdAt)
      .where(sql`${t.state} in ('reading', 'checking', 'queued', 'running', 'cancelling')`),
  ],
)

/** The rows of a file as they were read, and the draft each would be. */
export const listingImportRows = pgTable(
  'listing_import_rows',
  {
    importId: uuid('import_id')
      .notNull()
      .references(() => listingImports.id),
    row: integer('row').notNull(),
    /** Last row of a run of empty ones, else the same. */
    through: integer('through').notNull(),
    raw: jsonb('raw').$type<Record<string, string>>(),
    unreadable: text('unreadable'),
    draft: jsonb('draft').$type<ImportedListing>(),
    /** Equal for rows that mean the same result. */
    sameKey: text('same_key'),
    /** The draft it became. */
    listingId: uuid('listing_id').references(() => listings.id),
  },
  (t) => [
    primaryKey({ columns: [t.importId, t.row] }),
    check('listing_import_rows_order', sql`${t.through} >= ${t.row}`),
    index('listing_import_rows_same').on(t.sameKey).where(sql`${t.sameKey} is not null`),
    index('listing_import_rows_listing').on(t.listingId).where(sql`${t.listingId} is not null`),
  ],
)

/** What the dry run found in a row, and what was decided about its repair. */
export const listingImportProblems = pgTable(
  'listing_import_problems',
  {
    importId: uuid('import_id').notNull(),
    row: integer('row').notNull(),
    position: integer('position').notNull(),
    field: text('field').$type<ListingImportField>(),
    severity: text('severity').$type<'error' | 'warning'>().notNull(),
    code: text('code').$type<ListingImportProblemCode>().notNull(),
    params: jsonb('params').$type<Record<string, unknown>>().notNull(),
    repair: text('repair').$type<RepairKind>(),
    repairedTo: text('repaired_to'),
    decision: text('decision').$type<RepairDecision>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.importId, t.row, t.position] }),
    foreignKey({
      columns: [t.importId, t.row],
      foreignColumns: [listingImportRows.importId, listingImportRows.row],
    }),
    check('listing_import_problems_severity_known', sql`${t.severity} in ('error', 'warning')`),
    check('listing_import_problems_repair_known', oneOf(t.repair, REPAIR_KINDS)),
    check('listing_import_problems_decision_known', oneOf(t.decision, REPAIR_DECISIONS)),
    // Only what can be repaired can be accepted.
    check('listing_import_problems_accepted', sql`${t.decision} <> 'accepted' or ${t.repair} is not null`),
    index('listing_import_problems_blocking')
      .on(t.importId, t.row)
      .where(sql`${t.severity} = 'error' and ${t.decision} <> 'accepted'`),
    index('listing_import_problems_kind').on(t.importId, t.code, t.row, t.position),
  ],
)

/** How an organization last mapped files with the same columns. */
export const listingImportProfiles = pgTable(
  'listing_import_profiles',
  {
    organizationId: uuid('organization_id')
      .notNull()
      .references(() => organizations.id),
    /** SHA-256 of the compared column names. */
    signature: text('signature').notNull(),
    mapping: jsonb('mapping').$type<ListingImportMapping>().notNull(),
    usedAt: instant('used_at').notNull(),
    usedBy: uuid('used_by')
      .notNull()
      .references(() => users.id),
  },
  (t) => [primaryKey({ columns: [t.organizationId, t.signature] })],
)
