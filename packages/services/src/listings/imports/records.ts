import type { Transaction } from '@market/database'
import { listingImportProblems, listingImportRows, listingImports } from '@market/database/schema'
import { type Actor, refuse } from '@market/domain'
import { type Action, authorize, may, type Relation, relationsTo } from '@market/domain/policy'
import { and, eq, exists, notInArray, type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../index.ts'

export type ListingImportRecord = typeof listingImports.$inferSelect
export type ListingImportChange = Partial<typeof listingImports.$inferInsert>

export const relationsToImport = (
  actor: Actor | null,
  { organizationId }: Pick<ListingImportRecord, 'organizationId'>,
): Relation[] => relationsTo(actor, { organizationId })

/** Refuses with `listing_import.not_found`. */
export const findListingImport = async (
  { db }: { db: ServiceContext['db'] | Transaction },
  id: string,
): Promise<ListingImportRecord> => {
  const [row] = await db.select().from(listingImports).where(eq(listingImports.id, id))
  if (!row) throw refuse('not-found', 'listing_import.not_found')
  return row
}

/** The import, if the actor may do this to it; whoever may not even read it is told that there is none. */
export const findForActor = async (
  db: ServiceContext['db'] | Transaction,
  actor: Actor,
  id: string,
  action: Action,
): Promise<ListingImportRecord> => {
  const record = await findListingImport({ db }, id)
  const relations = relationsToImport(actor, record)
  if (!may(actor, 'listing_import.read', relations)) throw refuse('not-found', 'listing_import.not_found')
  authorize(actor, action, relations)
  return record
}

/** What the trail keeps of an import: where it stands, not what it read. */
export const importFacts = ({
  state,
  fileName,
  format,
  sha256,
  rowCount,
  readyCount,
  draftCount,
  failureCode,
}: ListingImportRecord) => ({
  state,
  fileName,
  format,
  sha256,
  rowCount,
  readyCount,
  draftCount,
  failureCode,
})

export const importTrail = ({ id, organizationId }: Pick<ListingImportRecord, 'id' | 'organizationId'>) => ({
  subjectType: 'listing_import',
  subjectId: id,
  organizationId,
})

const BLOCKING = sql`${listingImportProblems.severity} = 'error' and ${listingImportProblems.decision} <> 'accepted'`

/** Whether something in the row keeps it out, as the repairs stand. */
export const isBlocked = (db: ServiceContext['db'] | Transaction): SQL =>
  exists(
    db
      .select({ one: sql`1` })
      .from(listingImportProblems)
      .where(
        and(
          eq(listingImportProblems.importId, listingImportRows.importId),
          eq(listingImportProblems.row, listingImportRows.row),
          BLOCKING,
        ),
      ),
  )

const blockedRows = (db: ServiceContext['db'] | Transaction, importId: string) =>
  db
    .select({ row: listingImportProblems.row })
    .from(listingImportProblems)
    .where(and(eq(listingImportProblems.importId, importId), BLOCKING))

/** How many rows would become drafts now; the rows kept out are gathered once, not looked for row by row. */
export const countReady = async (
  db: ServiceContext['db'] | Transaction,
  importId: string,
): Promise<number> => {
  const [row] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(listingImportRows)
    .where(
      and(
        eq(listingImportRows.importId, importId),
        sql`${listingImportRows.draft} is not null`,
        notInArray(listingImportRows.row, blockedRows(db, importId)),
      ),
    )
  return row?.count ?? 0
}
