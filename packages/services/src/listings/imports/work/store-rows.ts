import type { Transaction } from '@market/database'
import type { listingImportRows } from '@market/database/schema'
import type { ListingImportProblem } from '@market/domain/listings'
import { sql } from 'drizzle-orm'

export type StagedRow = Pick<typeof listingImportRows.$inferSelect, 'row' | 'through' | 'raw' | 'unreadable'>

export interface CheckedRow {
  row: number
  draft: unknown
  sameKey: string | null
}

export interface PlacedProblem extends ListingImportProblem {
  row: number
  position: number
}

// A batch travels as one document: thousands of parameters cost more to build and to parse than the rows to store.
export const recordsOf = (rows: readonly object[]) => sql`json_to_recordset(${JSON.stringify(rows)}::json)`

/** Puts rows beside their import as they were read. */
export const storeStaged = async (
  tx: Transaction,
  importId: string,
  rows: readonly StagedRow[],
): Promise<void> => {
  if (rows.length === 0) return
  await tx.execute(sql`
    insert into listing_import_rows (import_id, row, through, raw, unreadable)
    select ${importId}::uuid, v.row, v.through, v.raw, v.unreadable
    from ${recordsOf(rows)} as v(row int, through int, raw jsonb, unreadable text)`)
}

/** Puts beside each row the draft it would be. */
export const storeChecked = async (
  tx: Transaction,
  importId: string,
  rows: readonly CheckedRow[],
): Promise<void> => {
  await tx.execute(sql`
    update listing_import_rows set draft = v.draft, same_key = v."sameKey"
    from ${recordsOf(rows)} as v(row int, draft jsonb, "sameKey" text)
    where listing_import_rows.import_id = ${importId} and listing_import_rows.row = v.row`)
}

/** Names what is wrong with rows. */
export const storeProblems = async (
  tx: Transaction,
  importId: string,
  problems: readonly PlacedProblem[],
): Promise<void> => {
  if (problems.length === 0) return
  await tx.execute(sql`
    insert into listing_import_problems
      (import_id, row, position, field, severity, code, params, repair, repaired_to, decision)
    select ${importId}::uuid, v.row, v.position, v.field, v.severity, v.code, v.params, v.repair, v."repairedTo", v.decision
    from ${recordsOf(problems)} as v(row int, position int, field text, severity text, code text, params jsonb,
      repair text, "repairedTo" text, decision text)`)
}

/** Notes which listing each row has become. */
export const storeListings = async (
  tx: Transaction,
  importId: string,
  rows: readonly { row: number; listingId: string | undefined }[],
): Promise<void> => {
  await tx.execute(sql`
    update listing_import_rows set listing_id = v."listingId"
    from ${recordsOf(rows)} as v(row int, "listingId" uuid)
    where listing_import_rows.import_id = ${importId} and listing_import_rows.row = v.row`)
}
