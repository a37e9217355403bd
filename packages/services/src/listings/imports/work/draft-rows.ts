import { inUnitOfWork, type UnitOfWork } from '@market/database'
import { listingImportProblems, listingImportRows, organizations } from '@market/database/schema'
import { isRefusal } from '@market/domain'
import { type ImportedListing, importError, listingImportMachine } from '@market/domain/listings'
import { and, asc, eq, gt, isNotNull, isNull, not, sql } from 'drizzle-orm'
import type { MemberActor } from '../../../index.ts'
import type { ListingContent } from '../../content.ts'
import { prepareDraft, storeDraft } from '../../create-listing.ts'
import type { RightEdit } from '../../edit-content.ts'
import { importFacts, importTrail, isBlocked } from '../records.ts'
import { contextFor, type ImportWorkContext, type Lease, noteWork } from './lease.ts'

const BATCH_ROWS = 100
const REFUSED = 2000

interface Ready {
  row: number
  prepared: ListingContent
}

type Member = ReturnType<typeof contextFor>

const memberOf = async (context: ImportWorkContext, { record }: Lease): Promise<Member> => {
  const [organization] = await context.db
    .select()
    .from(organizations)
    .where(eq(organizations.id, record.organizationId))
  if (!organization) throw new Error(`Organization ${record.organizationId} is missing.`)
  return contextFor(context, record, {
    organizationKind: organization.kind,
    organizationState: organization.state,
    organizationRegionCode: organization.regionCode,
  })
}

const editOf = ({ rights, ...listing }: ImportedListing) => ({
  ...listing,
  rights: rights.map(
    (right): RightEdit => ({
      ...right,
      ownerNames: [...right.ownerNames],
      inventorNames: [...right.inventorNames],
    }),
  ),
})

/** Rows as the texts they will be; one that the rules of drafts refuse after all is named and left out. */
const prepareRows = (
  context: ImportWorkContext,
  member: MemberActor,
  rows: readonly { row: number; draft: ImportedListing | null }[],
) => {
  const ready: Ready[] = []
  const refused: { row: number; code: string; path: string }[] = []
  for (const { row, draft } of rows) {
    if (draft === null) continue
    try {
      ready.push({ row, prepared: prepareDraft(context, member, editOf(draft)) })
    } catch (error) {
      if (!isRefusal(error)) throw error
      const [first] = Array.isArray(error.details.problems) ? error.details.problems : []
      refused.push({ row, code: first?.code ?? error.code, path: first?.path ?? '' })
    }
  }
  return { ready, refused }
}

const storeRows = async (
  context: ImportWorkContext,
  unit: UnitOfWork,
  importId: string,
  member: MemberActor,
  { ready, refused }: ReturnType<typeof prepareRows>,
): Promise<void> => {
  // On one connection: the statements of all rows go out together and none waits for another's answer.
  const stored = await Promise.all(
    ready.map(async ({ row, prepared }) => ({
      row,
      listing_id: (await storeDraft(context, unit, member, prepared)).id,
    })),
  )
  await unit.tx.execute(sql`
    update listing_import_rows set listing_id = v.listing_id
    from jsonb_to_recordset(${JSON.stringify(stored)}::jsonb) as v(row int, listing_id uuid)
    where listing_import_rows.import_id = ${importId} and listing_import_rows.row = v.row`)
  for (const { row, code, path } of refused) {
    const problem = importError(null, 'row.refused', null, { found: code, path })
    await unit.tx.insert(listingImportProblems).values({ ...problem, importId, row, position: REFUSED })
  }
}

/** Makes the drafts of a committed import, a hundred in each transaction; goes on where it was cut short. */
export const draftImportRows = async (context: ImportWorkContext, lease: Lease): Promise<void> => {
  const member = await memberOf(context, lease)
  const { id } = lease.record
  const { importId, row, draft, listingId } = listingImportRows
  let { lastRow, draftCount } = lease.record
  for (;;) {
    const rows = await context.db
      .select({ row, draft })
      .from(listingImportRows)
      .where(
        and(
          eq(importId, id),
          gt(row, lastRow),
          isNotNull(draft),
          isNull(listingId),
          not(isBlocked(context.db)),
        ),
      )
      .orderBy(asc(row))
      .limit(BATCH_ROWS)
    const last = rows.at(-1)
    if (last === undefined) return finish(context, lease)
    const prepared = prepareRows(context, member.actor, rows)
    lastRow = last.row
    draftCount += prepared.ready.length
    await inUnitOfWork(member, async (unit) => {
      await noteWork(context, unit.tx, lease, { lastRow, draftCount, progress: draftCount })
      await storeRows(context, unit, id, member.actor, prepared)
      if (prepared.ready.length === 0)
        unit.audit({
          ...importTrail(lease.record),
          action: 'listing_import.refuse_rows',
          after: prepared.refused,
        })
    })
  }
}

const finish = async (context: ImportWorkContext, lease: Lease): Promise<void> => {
  const { record } = lease
  await inUnitOfWork(contextFor(context, record), async ({ tx, now, audit, emit }) => {
    const state = listingImportMachine.transition(record.state, 'finish')
    const after = await noteWork(context, tx, lease, { state, finishedAt: now })
    audit({
      ...importTrail(after),
      action: 'listing_import.run',
      before: importFacts(record),
      after: importFacts(after),
    })
    emit({ type: 'listing_import.done', subjectId: after.id, payload: { drafts: after.draftCount } })
  })
}
