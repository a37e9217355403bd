export type TableFormat = 'csv' | 'xlsx'
export type TableCell = string | number | boolean | Date | null

export interface TableRow {
  /** As the spreadsheet counts: the first row is 1. */
  row: number
  cells: TableCell[]
}

export type UnreadableReason = 'encoding' | 'damaged' | 'too_large'

/** A file that cannot be opened as a table. */
export class UnreadableTable extends Error {
  readonly reason: UnreadableReason

  constructor(reason: UnreadableReason, cause?: unknown) {
    super(`unreadable table: ${reason}`, { cause })
    this.name = 'UnreadableTable'
    this.reason = reason
  }
}

/** Reads and writes sheets of one table. */
export interface TableFiles {
  /** By the bytes, never by the name. */
  formatOf(bytes: Uint8Array): TableFormat
  /** The rows of the first sheet that are not empty; fails for a reason that `whyUnreadable` tells. */
  read(bytes: Uint8Array, format: TableFormat): AsyncIterable<TableRow>
  /** Null for a failure that is not the file's. */
  whyUnreadable(error: unknown): UnreadableReason | null
  /** Bytes as the rows come; nothing is gathered in memory. Every cell is written as text. */
  write(rows: AsyncIterable<string[]>, format: TableFormat): ReadableStream<Uint8Array>
}
