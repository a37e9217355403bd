import {
  IMPORT_FORMATS,
  IMPORT_STATES,
  type ImportFormat,
  type ImportState,
} from '@market/domain/registration'
import { sql } from 'drizzle-orm'
import {
  check,
  customType,
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
import { organizations } from './organizations.ts'

const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' })

/** A file of contracts registered elsewhere or earlier, from its upload to the rows it left in the register. */
export const registrationImports = pgTable(
  'registration_imports',
  {
    id: id(),
    /** In whose name the rows stand in the register. */
    agencyId: uuid('agency_id')
      .notNull()
      .references(() => organizations.id),
    state: text('state').$type<ImportState>().notNull(),
    fileName: text('file_name').notNull(),
    format: text('format').$type<ImportFormat>().notNull(),
    sizeBytes: integer('size_bytes').notNull(),
    sha256: text('sha256').notNull(),
    /** The file itself: the evidence of every row that came of it. */
    content: bytes('content').notNull(),
    /** Where the contracts were registered, as the agency says. */
    source: text('source').notNull(),
    rowCount: integer('row_count').notNull().default(0),
    processedRows: integer('processed_rows').notNull().default(0),
    errorCount: integer('error_count').notNull().default(0),
    warningCount: integer('warning_count').notNull().default(0),
    /** Why it failed: the code of a refusal, or 'import.internal'. */
    failureCode: text('failure_code'),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: instant('created_at').notNull(),
    checkedAt: instant('checked_at'),
    committedBy: uuid('committed_by').references(() => users.id),
    startedAt: instant('started_at'),
    finishedAt: instant('finished_at'),
  },
  (t) => [
    check('registration_imports_state_known', oneOf(t.state, IMPORT_STATES)),
    check('registration_imports_format_known', oneOf(t.format, IMPORT_FORMATS)),
    check('registration_imports_sha256_hex', sql`${t.sha256} ~ '^[0-9a-f]{64}$'`),
    index('registration_imports_agency').on(t.agencyId, t.createdAt, t.id),
  ],
)

/** What the check of a file found, row by row. */
export const registrationImportProblems = pgTable(
  'registration_import_problems',
  {
    importId: uuid('import_id')
      .notNull()
      .references(() => registrationImports.id),
    position: integer('position').notNull(),
    /** As the spreadsheet counts: the head is row 1. */
    row: integer('row').notNull(),
    /** Key of the column; null when the whole row is meant. */
    column: text('column'),
    severity: text('severity').$type<'error' | 'warning'>().notNull(),
    code: text('code').notNull(),
    params: jsonb('params').$type<Record<string, unknown>>().notNull().default({}),
  },
  (t) => [primaryKey({ columns: [t.importId, t.position] })],
)
