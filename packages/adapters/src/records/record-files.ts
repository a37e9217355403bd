/** Formats in which results are handed in. */
export type RecordFormat = 'xlsx' | 'csv' | 'json' | 'ndjson' | 'xml'

/** One record of a file; its values by the name of their column. */
export interface SourceRecord {
  /** As the file counts: a sheet's head is row 1, a JSON array begins with 1. */
  row: number
  /** The last row of a run of empty ones; else `row`. */
  through: number
  /** Null for rows that hold nothing. */
  values: Record<string, string> | null
  /** Why a single record cannot be read while those around it can. */
  unreadable?: string
  /** What stands there instead, or as much of it as tells. */
  excerpt?: string
}

export type UnreadableReason =
  | 'encoding'
  | 'damaged'
  | 'open_quote'
  | 'too_large'
  | 'too_deep'
  | 'record_too_large'
  | 'too_many_columns'
  | 'entities'
  | 'no_records'

/** A file that cannot be read on, with the place it was given up at. */
export class UnreadableRecords extends Error {
  readonly reason: UnreadableReason
  readonly row: number | null

  constructor(reason: UnreadableReason, row: number | null = null, cause?: unknown) {
    super(`unreadable records: ${reason}`, { cause })
    this.name = 'UnreadableRecords'
    this.reason = reason
    this.row = row
  }
}

/** Gives the bytes from the beginning, as often as it is called. */
export type OpenContent = () => Promise<AsyncIterable<Uint8Array>>

/** Reads files of records as they stream by; never holds more than a few of them. */
export interface RecordFiles {
  /** By the first bytes, never by the name. */
  formatOf(head: Uint8Array): RecordFormat
  /** Fails for a reason that `whyUnreadable` tells. `onBytes` is told how many bytes have been read. */
  read(
    open: OpenContent,
    format: RecordFormat,
    onBytes?: (bytes: number) => void,
  ): AsyncIterable<SourceRecord>
  /** Null for a failure that is not the file's. */
  whyUnreadable(error: unknown): { reason: UnreadableReason; row: number | null } | null
}

/** No more of one record, or of what stands before it, is gathered. */
export const MAX_RECORD_BYTES = 1024 * 1024
export const MAX_COLUMNS = 200
/** Longer values are of no field; they are cut, and named as too long when they are read. */
export const MAX_VALUE = 20_000
export const MAX_DEPTH = 32
export const MAX_EXCERPT = 100
