import { codesOf, LISTING_KINDS, PLAN_INDUSTRIES, TECHNICAL_FIELDS } from '@market/domain/codes'
import {
  DATE_FORMS,
  LISTING_IMPORT_FIELDS,
  LISTING_IMPORT_FORMATS,
  LISTING_IMPORT_PROBLEMS,
  LISTING_IMPORT_STATES,
  REPAIR_DECISIONS,
  REPAIR_KINDS,
} from '@market/domain/listings'
import { z } from 'zod'
import { Id, Instant, PageQuery, pageOf } from '../shared/index.ts'

const fields = LISTING_IMPORT_FIELDS.map(({ key }) => key)
const problemCode = z.enum(codesOf(LISTING_IMPORT_PROBLEMS))
const severity = z.enum(['error', 'warning'])
const decision = z.enum(REPAIR_DECISIONS)
const ColumnName = z.string().min(1).max(120)

/** A form with one file: XLSX, CSV, JSON, NDJSON or the XML of a patent office, at most 64 MiB. */
export const ListingImportUpload = z
  .object({ file: z.unknown().meta({ type: 'string', format: 'binary' }) })
  .meta({ id: 'ListingImportUpload' })

/** How the columns of a file become listings. */
export const ListingImportMapping = z
  .object({
    /** Column of the file → field of a listing; columns left out are not imported. */
    columns: z.record(ColumnName, z.enum(fields)).refine((columns) => Object.keys(columns).length <= 200),
    /** Of rows that do not show it themselves. */
    kind: z.enum(codesOf(LISTING_KINDS)),
    /** The form most days are in; days in another are named. */
    dateForm: z.enum(DATE_FORMS),
    priceUnit: z.enum(['yuan', 'wan']),
    technicalField: z.enum(codesOf(TECHNICAL_FIELDS)).nullable(),
    planIndustry: z.enum(codesOf(PLAN_INDUSTRIES)).nullable(),
  })
  .meta({ id: 'ListingImportMapping' })
export type ListingImportMapping = z.infer<typeof ListingImportMapping>

export const ListingImport = z
  .object({
    id: Id,
    /**
     * reading → mapping (waits for the columns) → checking → checked (waits for repairs and the word) → queued →
     * running → done, or failed; cancelled takes back the drafts nobody has touched.
     */
    state: z.enum(LISTING_IMPORT_STATES),
    fileName: z.string(),
    format: z.enum(LISTING_IMPORT_FORMATS),
    sizeBytes: z.int(),
    sha256: z.string(),
    /** Rows that hold something. */
    rowCount: z.int(),
    emptyRows: z.int(),
    /** Rows that become drafts as the repairs stand. */
    readyCount: z.int(),
    draftCount: z.int(),
    /** How far the present step is: bytes of `sizeBytes` while reading, rows of `rowCount` while checking, then drafts. */
    progress: z.int(),
    failureCode: z.string().nullable(),
    failureRow: z.int().nullable(),
    createdAt: Instant,
    finishedAt: Instant.nullable(),
  })
  .meta({ id: 'ListingImport' })
export type ListingImport = z.infer<typeof ListingImport>
export const ListingImportPage = pageOf(ListingImport)

export const ListingImportDetails = ListingImport.extend({
  columns: z.array(z.object({ name: z.string(), samples: z.array(z.string()) })),
  mapping: ListingImportMapping.nullable(),
  mappingRemembered: z.boolean(),
  actions: z.array(z.enum(['map', 'repair', 'commit', 'cancel'])),
  preview: z.array(z.object({ row: z.int(), raw: z.record(z.string(), z.string()) })),
  kinds: z.array(
    z.object({
      code: problemCode,
      severity,
      repair: z.enum(REPAIR_KINDS).nullable(),
      rows: z.int(),
      accepted: z.int(),
    }),
  ),
}).meta({ id: 'ListingImportDetails' })
export type ListingImportDetails = z.infer<typeof ListingImportDetails>

export const ListingImportProblem = z
  .object({
    row: z.int(),
    /** Last row of a run of empty ones, else `row`. */
    through: z.int(),
    position: z.int(),
    title: z.string(),
    field: z.enum(fields).nullable(),
    severity,
    code: problemCode,
    params: z.record(z.string(), z.unknown()),
    repair: z.enum(REPAIR_KINDS).nullable(),
    repairedTo: z.string().nullable(),
    decision,
  })
  .meta({ id: 'ListingImportProblem' })
export type ListingImportProblem = z.infer<typeof ListingImportProblem>
export const ListingImportProblemPage = pageOf(ListingImportProblem)

export const ListingImportProblemQuery = PageQuery.extend({
  code: problemCode.optional(),
  decision: decision.optional(),
})

/** The repairs of a kind, of a row, or of both; all there are when neither is named. */
export const DecideRepairsInput = z.object({
  decision,
  code: problemCode.optional(),
  row: z.int().min(1).max(2_000_000_000).optional(),
})

export const ListingImportSheetParams = z.object({ format: z.enum(['xlsx', 'csv']) })
export const ListingImportReportParams = z.object({ id: Id, format: z.enum(['xlsx', 'csv']) })
