import { inUnitOfWork, type UnitOfWork } from '@market/database'
import { listingImportRows, organizations } from '@market/database/schema'
import { isRefusal } from '@market/domain'
import { type ImportedListing, importError, listingImportMachine } from '@market/domain/listings'
import { and, asc, eq, gt, isNotNull, isNull, not } from 'drizzle-orm'
import type { MemberActor } from '../../../index.ts'
import type { ListingContent } from '../../content.ts'
import { prepareDraft, storeDrafts } from '../../create-listing.ts'
import type { RightEdit } from '../../edit-content.ts'
import { importFacts, importTrail, isBlocked } from '../records.ts'
import { contextFor, type ImportWorkContext, type Lease, noteWork } from './lease.ts'
import { type Publication, storePublications } from './store-publications.ts'
import { storeListings, storeProblems } from './store-rows.ts'

const BATCH_ROWS = 300
const REFUSED = 2000

interface Ready {
  row: number
  prepared: ListingContent
  published: Publication
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

const editOf = ({ rights, publicationNumber: _, publishedOn: __, ...listing }: ImportedListing) => ({
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
      const prepared = prepareDraft(context, member, editOf(draft))
      const { publicationNumber = null, publishedOn = null } = draft
      ready.push({ row, prepared, published: { publicationNumber, publishedOn } })
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
  if (ready.length > 0) {
    const texts = ready.map(({ prepared }) => prepared)
    const drafts = await storeDrafts(context, unit, member, texts)
    const stored = ready.map(({ row }, index) => ({ row, listingId: drafts[index]?.id }))
    await storeListings(unit.tx, importId, stored)
    await storePublications(
      unit,
      ready.flatMap(({ published }, index) => {
        const listingId = drafts[index]?.id
        const said = published.publicationNumber !== null || published.publishedOn !== null
        return said && listingId ? [{ listingId, ...published }] : []
      }),
    )
  }
  const problems = refused.map(({ row, code, path }) => ({
    ...importError(null, 'row.refused', null, { found: code, path }),
    row,
    position: REFUSED,
  }))
  await storeProblems(unit.tx, importId, problems)
}

/** Makes the drafts of a committed import, some hundred in each transaction; goes on where it was cut short. */
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
