import { IMPORT_FORMATS, IMPORT_STATES } from '@market/domain/registration'
import { z } from 'zod'
import { DateText, Id, Instant, pageOf } from '../shared/index.ts'

/** A form with the file and, in words, where its contracts were registered. */
export const ImportUpload = z
  .object({ file: z.unknown().meta({ type: 'string', format: 'binary' }), source: z.string().max(200) })
  .meta({ id: 'ImportUpload' })

export const RegistrationImport = z
  .object({
    id: Id,
    /**
     * checking → checked → queued → running → done, or failed, cancelled. A checked file without errors may be
     * committed; until it is done the register holds nothing of it.
     */
    state: z.enum(IMPORT_STATES),
    fileName: z.string(),
    format: z.enum(IMPORT_FORMATS),
    sizeBytes: z.int(),
    sha256: z.string(),
    source: z.string(),
    rowCount: z.int(),
    /** Rows entered so far, of `rowCount`; they count once all of them do. */
    processedRows: z.int(),
    errorCount: z.int(),
    warningCount: z.int(),
    failureCode: z.string().nullable(),
    createdAt: Instant,
    checkedAt: Instant.nullable(),
    startedAt: Instant.nullable(),
    finishedAt: Instant.nullable(),
  })
  .meta({ id: 'RegistrationImport' })
export type RegistrationImport = z.infer<typeof RegistrationImport>

export const RegistrationImportDetails = RegistrationImport.extend({
  actions: z.array(z.enum(['import.commit', 'import.cancel'])),
}).meta({ id: 'RegistrationImportDetails' })
export type RegistrationImportDetails = z.infer<typeof RegistrationImportDetails>

export const RegistrationImportPage = pageOf(RegistrationImport)

/** `row` as the spreadsheet counts, its head being row 1; `column` is a key of the template, null for a whole row. */
export const ImportProblem = z
  .object({
    position: z.int(),
    row: z.int(),
    column: z.string().nullable(),
    severity: z.enum(['error', 'warning']),
    code: z.string(),
    params: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'ImportProblem' })
export type ImportProblem = z.infer<typeof ImportProblem>
export const ImportProblemPage = pageOf(ImportProblem)

export const SheetParams = z.object({ format: z.enum(IMPORT_FORMATS) })
export const ExportQuery = z.object({ fromOn: DateText.optional(), toOn: DateText.optional() })

/** A sheet, never JSON. */
export const SheetBytes = z
  .unknown()
  .meta({ type: 'string', contentMediaType: 'application/octet-stream' })
  .describe('The sheet.')
