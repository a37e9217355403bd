import { listingImportProblems, listingImportRows, listingImports } from '@market/database/schema'
import {
  type ListingImportCommand,
  type ListingImportProblemCode,
  listingImportMachine,
  type RepairDecision,
  type RepairKind,
} from '@market/domain/listings'
import { authorize, may } from '@market/domain/policy'
import { and, asc, desc, eq, gt, isNotNull, sql } from 'drizzle-orm'
import {
  decodeCursor,
  decodeInstantCursor,
  type Page,
  pageOf,
  requireMember,
  type ServiceContext,
} from '../../index.ts'
import { findForActor, type ListingImportRecord, relationsToImport } from './records.ts'

export type ListingImportProblemRecord = typeof listingImportProblems.$inferSelect
export const LISTING_IMPORT_ACTIONS = ['map', 'repair', 'commit', 'cancel'] as const
export type ListingImportAction = (typeof LISTING_IMPORT_ACTIONS)[number]

/** How often a kind of problem occurs, and how much of it has been decided. */
export interface ProblemKindCount {
  code: ListingImportProblemCode
  severity: 'error' | 'warning'
  repair: RepairKind | null
  rows: number
  accepted: number
}

export interface ListingImportView {
  record: ListingImportRecord
  actions: ListingImportAction[]
  /** Filled once the rows have been checked. */
  kinds: ProblemKindCount[]
  /** The first rows as they were read. */
  preview: { row: number; raw: Record<string, string> }[]
}

const REPORTED: readonly ListingImportRecord['state'][] = ['checked', 'queued', 'running', 'done']
const PREVIEWED = 5

const countKinds = async ({ db }: ServiceContext, id: string): Promise<ProblemKindCount[]> => {
  const { importId, code, severity, repair, decision } = listingImportProblems
  return db
    .select({
      code,
      severity,
      repair,
      rows: sql<number>`count(*)::int`,
      accepted: sql<number>`(count(*) filter (where ${decision} = 'accepted'))::int`,
    })
    .from(listingImportProblems)
    .where(eq(importId, id))
    .groupBy(code, severity, repair)
    .orderBy(asc(severity), desc(sql`count(*)`), asc(code))
}

const previewRows = async ({ db }: ServiceContext, id: string) => {
  const { importId, row, raw } = listingImportRows
  const rows = await db
    .select({ row, raw })
    .from(listingImportRows)
    .where(and(eq(importId, id), isNotNull(raw)))
    .orderBy(asc(row))
    .limit(PREVIEWED)
  return rows.map((one) => ({ row: one.row, raw: one.raw ?? {} }))
}

const allows = ({ state }: ListingImportRecord, command: ListingImportCommand): boolean =>
  listingImportMachine.allows(state, command)

/** One import as it stands now. Refuses with `listing_import.not_found`. */
export const getListingImport = async (context: ServiceContext, id: string): Promise<ListingImportView> => {
  const actor = requireMember(context)
  const record = await findForActor(context.db, actor, id, 'listing_import.read')
  const relations = relationsToImport(actor, record)
  const actions = LISTING_IMPORT_ACTIONS.filter(
    (action) => allows(record, action) && may(actor, `listing_import.${action}`, relations),
  )
  const kinds = REPORTED.includes(record.state) ? await countKinds(context, id) : []
  const preview = ['mapping', 'checked'].includes(record.state) ? await previewRows(context, id) : []
  return {
    record,
    kinds,
    preview,
    actions: record.readyCount > 0 ? actions : actions.filter((action) => action !== 'commit'),
  }
}

interface PageInput {
  cursor?: string | undefined
  limit: number
}

/** The acting organization's imports, newest first. */
export const listListingImports = async (
  context: ServiceContext,
  { cursor, limit }: PageInput,
): Promise<Page<ListingImportRecord>> => {
  const actor = requireMember(context)
  authorize(actor, 'listing_import.list')
  const { organizationId, createdAt, id } = listingImports
  const after = cursor === undefined ? undefined : decodeInstantCursor(cursor)
  const rows = await context.db
    .select()
    .from(listingImports)
    .where(
      and(
        eq(organizationId, actor.organizationId),
        after && sql`(${createdAt}, ${id}) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`,
      ),
    )
    .orderBy(desc(createdAt), desc(id))
    .limit(limit + 1)
  return pageOf(rows, limit, (row) => [row.createdAt.toISOString(), row.id])
}

export interface ListProblemsInput extends PageInput {
  id: string
  code?: ListingImportProblemCode | undefined
  decision?: RepairDecision | undefined
}

export interface ReportedProblem extends ListingImportProblemRecord {
  /** Last row of a run of empty ones. */
  through: number
  title: string
}

/** What the check found, in the order of the file, of one kind or all. Refuses with `listing_import.not_found`. */
export const listListingImportProblems = async (
  context: ServiceContext,
  { id, cursor, limit, code, decision }: ListProblemsInput,
): Promise<Page<ReportedProblem>> => {
  await findForActor(context.db, requireMember(context), id, 'listing_import.read')
  const problems = listingImportProblems
  const [row = '0', position = '0'] = cursor === undefined ? [] : decodeCursor(cursor, 2)
  const [afterRow, afterPosition] = [Number(row), Number(position)]
  const known = [afterRow, afterPosition].every(
    (place) => Number.isInteger(place) && place >= 0 && place < 2 ** 31,
  )
  const found = await context.db
    .select({
      problem: problems,
      through: listingImportRows.through,
      title: sql<string>`coalesce(nullif(${listingImportRows.draft} ->> 'titleZh', ''), ${listingImportRows.draft} ->> 'titleEn', '')`,
    })
    .from(problems)
    .innerJoin(
      listingImportRows,
      and(eq(listingImportRows.importId, problems.importId), eq(listingImportRows.row, problems.row)),
    )
    .where(
      and(
        eq(problems.importId, id),
        code === undefined ? undefined : eq(problems.code, code),
        decision === undefined ? undefined : eq(problems.decision, decision),
        known
          ? sql`(${problems.row}, ${problems.position}) > (${afterRow}::int, ${afterPosition}::int)`
          : gt(problems.row, 0),
      ),
    )
    .orderBy(asc(problems.row), asc(problems.position))
    .limit(limit + 1)
  const rows = found.map(({ problem, through, title }) => ({ ...problem, through, title }))
  return pageOf(rows, limit, (last) => [String(last.row), String(last.position)])
}
