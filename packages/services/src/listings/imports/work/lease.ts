import type { Transaction } from '@market/database'
import { listingImports } from '@market/database/schema'
import type { Actor } from '@market/domain'
import { WORKING_IMPORT_STATES } from '@market/domain/listings'
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../../index.ts'
import type { ImportFiles } from '../create-listing-import.ts'
import type { ListingImportChange, ListingImportRecord } from '../records.ts'

/** What the worker brings along. */
export type ImportWorkContext = Omit<ServiceContext, 'actor' | 'requestId' | 'locale'> & ImportFiles

/** A piece of work that somebody has taken on, until it is given back or its time has run out. */
export interface Lease {
  record: ListingImportRecord
  leaseId: string
}

/** The import was cancelled, or another worker has taken it over: nothing more is written. */
export class LeaseLost extends Error {}

const LEASE_MS = 45_000
/** More would leave no hands for mails and search. */
const AT_ONCE = 2

const until = (context: ImportWorkContext): Date => new Date(context.clock.now().getTime() + LEASE_MS)

/** Takes on the import that has waited longest and that nobody is at; null when there is none or enough are under way. */
export const takeImport = async (context: ImportWorkContext): Promise<Lease | null> => {
  const leaseId = context.ids.next()
  const now = context.clock.now().toISOString()
  return context.db.transaction(async (tx) => {
    // One at a time counts who is at work.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('listing_imports'))`)
    const waiting = tx
      .select({ id: listingImports.id })
      .from(listingImports)
      .where(
        and(
          inArray(listingImports.state, [...WORKING_IMPORT_STATES]),
          sql`(${listingImports.leasedUntil} is null or ${listingImports.leasedUntil} < ${now}::timestamptz)`,
          sql`(select count(*) from listing_imports busy where busy.leased_until >= ${now}::timestamptz) < ${AT_ONCE}`,
        ),
      )
      .orderBy(listingImports.createdAt)
      .limit(1)
    const [record] = await tx
      .update(listingImports)
      .set({ leaseId, leasedUntil: until(context), attempts: sql`${listingImports.attempts} + 1` })
      .where(inArray(listingImports.id, waiting))
      .returning()
    return record ? { record, leaseId } : null
  })
}

/** Notes how far the work is and keeps the lease, in the transaction that did it. Throws `LeaseLost`. */
export const noteWork = async (
  context: ImportWorkContext,
  tx: Transaction,
  { record, leaseId }: Lease,
  change: ListingImportChange,
): Promise<ListingImportRecord> => {
  const [after] = await tx
    .update(listingImports)
    .set({ attempts: 0, ...change, leasedUntil: until(context) })
    .where(
      and(
        eq(listingImports.id, record.id),
        eq(listingImports.leaseId, leaseId),
        eq(listingImports.state, record.state),
      ),
    )
    .returning()
  if (!after) throw new LeaseLost()
  return after
}

/** Gives the work back, so that the next step need not wait. */
export const giveBack = async (context: ImportWorkContext, { record, leaseId }: Lease): Promise<void> => {
  await context.db
    .update(listingImports)
    .set({ leaseId: null, leasedUntil: null })
    .where(and(eq(listingImports.id, record.id), eq(listingImports.leaseId, leaseId)))
}

/** The worker speaks for whoever uploaded or committed the file; the trail names them. */
export const contextFor = (
  context: ImportWorkContext,
  { id, organizationId, createdBy, committedBy }: ListingImportRecord,
  organization: Pick<Actor, 'organizationKind' | 'organizationState' | 'organizationRegionCode'> = {
    organizationKind: null,
    organizationState: null,
    organizationRegionCode: null,
  },
): ServiceContext & { actor: Actor & { organizationId: string } } => ({
  ...context,
  actor: { userId: committedBy ?? createdBy, organizationId, ...organization, roles: [] },
  requestId: `listing import ${id}`,
  locale: 'zh-CN',
})
