import type { Transaction } from '@market/database'
import { listingImports } from '@market/database/schema'
import type { Actor } from '@market/domain'
import { WORKING_IMPORT_STATES } from '@market/domain/listings'
import { and, eq, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../../index.ts'
import type { ImportFiles } from '../create-listing-import.ts'
import type { ListingImportChange, ListingImportRecord } from '../records.ts'

/** What the worker brings along. */
export type ImportWorkContext = Omit<ServiceContext, 'actor' | 'requestId' | 'locale'> & ImportFiles

/** A piece of work that somebody has taken on, until it is given back or its time has run out. */
export interface Lease {
  record: ListingImportRecord
  leaseId: string
  /** How often it was kept since the work last got anywhere; one for all that is made of this lease. */
  silence: { beats: number }
}

/** The import was cancelled, or another worker has taken it over: nothing more is written. */
export class LeaseLost extends Error {}

/** Two beats may fail before somebody else takes over. */
const LEASE_MS = 15_000
const BEAT_MS = 5000
/** Ten minutes: work that gets nowhere for so long hangs, though its process lives. */
const MOST_SILENT_BEATS = 120
/** More would leave no hands for mails and search. */
const AT_ONCE = 2

const until = (context: ImportWorkContext): Date => new Date(context.clock.now().getTime() + LEASE_MS)

/** Has the queue look again once this lease may have run out, or sooner if it is to look by then anyhow. */
const lookAgain = async (db: ImportWorkContext['db'] | Transaction, leasedUntil: Date): Promise<void> => {
  await db.execute(sql`
    select graphile_worker.add_job('work_on_listing_imports', max_attempts := 3,
      run_at := greatest(${leasedUntil.toISOString()}::timestamptz, now()) + interval '1 second',
      job_key := 'listing_imports', job_key_mode := 'preserve_run_at')`)
}

/** What others are at may be left by them: the queue looks again when the first lease runs out. */
export const lookAfterOthers = async ({ db }: ImportWorkContext): Promise<void> => {
  const [first] = await db
    .select({ leasedUntil: listingImports.leasedUntil })
    .from(listingImports)
    .where(
      and(inArray(listingImports.state, [...WORKING_IMPORT_STATES]), isNotNull(listingImports.leasedUntil)),
    )
    .orderBy(listingImports.leasedUntil)
    .limit(1)
  if (first?.leasedUntil) await lookAgain(db, first.leasedUntil)
}

/** Takes on the import that has waited longest and that nobody is at; null when there is none or enough are under way. */
export const takeImport = async (context: ImportWorkContext): Promise<Lease | null> => {
  const leaseId = context.ids.next()
  const now = context.clock.now()
  const free = or(isNull(listingImports.leasedUntil), lt(listingImports.leasedUntil, now))
  return context.db.transaction(async (tx) => {
    // One at a time counts who is at work.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('listing_imports'))`)
    const waiting = tx
      .select({ id: listingImports.id })
      .from(listingImports)
      .where(
        and(
          inArray(listingImports.state, [...WORKING_IMPORT_STATES]),
          free,
          sql`(select count(*) from listing_imports busy where busy.leased_until >= ${now.toISOString()}::timestamptz) < ${AT_ONCE}`,
        ),
      )
      .orderBy(listingImports.createdAt)
      .limit(1)
    const leasedUntil = until(context)
    const [record] = await tx
      .update(listingImports)
      .set({ leaseId, leasedUntil, attempts: sql`${listingImports.attempts} + 1` })
      // Once more: it may have been kept while this waited for the row.
      .where(and(inArray(listingImports.id, waiting), free))
      .returning()
    if (!record) return null
    await lookAgain(tx, leasedUntil)
    return { record, leaseId, silence: { beats: 0 } }
  })
}

/** Puts off the end of the lease; false when it has been lost. */
const beat = async (context: ImportWorkContext, { record, leaseId }: Lease): Promise<boolean> => {
  const { id, leaseId: held } = listingImports
  const kept = await context.db
    .update(listingImports)
    .set({ leasedUntil: until(context) })
    .where(and(eq(id, record.id), eq(held, leaseId)))
    .returning({ id })
  return kept.length > 0
}

/** Keeps the lease for as long as the process lives and the work goes on; gives what ends that. */
export const keepLease = (context: ImportWorkContext, lease: Lease): (() => void) => {
  let beating = false
  const timer = setInterval(async () => {
    if (beating) return
    lease.silence.beats += 1
    if (lease.silence.beats > MOST_SILENT_BEATS) return clearInterval(timer)
    beating = true
    // One that fails is followed by others; while all fail, the lease runs out as it should.
    if (!(await beat(context, lease).catch(() => true))) clearInterval(timer)
    beating = false
  }, BEAT_MS)
  return () => clearInterval(timer)
}

/** Notes how far the work is and keeps the lease, in the transaction that did it. Throws `LeaseLost`. */
export const noteWork = async (
  context: ImportWorkContext,
  tx: Transaction,
  { record, leaseId, silence }: Lease,
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
  silence.beats = 0
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
