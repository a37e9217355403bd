import { createHash } from 'node:crypto'
import type { TableFiles } from '@market/adapters/tables'
import { inUnitOfWork, refusingOn } from '@market/database'
import { statisticsPublications, statisticsValues } from '@market/database/schema'
import { type CalendarDate, type FieldProblem, refuse, refuseFields, shanghaiDateOf } from '@market/domain'
import { checkStatistics, readStatistics, type SheetRow } from '@market/domain/indicators'
import { authorize } from '@market/domain/policy'
import { requireMember, type ServiceContext } from '../../index.ts'
import { type StatisticsRecord, statisticsTrail } from './records.ts'

export const MAX_STATISTICS_BYTES = 5 * 1024 * 1024
const MAX_ROWS = 20_000
/** More would not be read. */
const MAX_KEPT_PROBLEMS = 500
const CHUNK = 1000

export interface DraftStatisticsInput {
  fileName: string
  content: Uint8Array
  title: string
  /** Who published it, and where. */
  source: string
  /** What the figures count, in the words of the source. */
  definition: string
  publishedOn: CalendarDate
}

const requireStated = (input: DraftStatisticsInput, today: CalendarDate): void => {
  const problems: FieldProblem[] = (['title', 'source', 'definition'] as const)
    .filter((path) => input[path].trim() === '')
    .map((path) => ({ path, code: 'field.required' }))
  if (input.publishedOn > today) problems.push({ path: 'publishedOn', code: 'date.in_future' })
  if (input.content.byteLength === 0) problems.push({ path: 'file', code: 'file.empty' })
  if (input.content.byteLength > MAX_STATISTICS_BYTES) {
    problems.push({ path: 'file', code: 'file.too_large', params: { maxBytes: MAX_STATISTICS_BYTES } })
  }
  if (problems.length > 0) throw refuseFields('statistics.invalid', problems)
}

const readRows = async (tables: TableFiles, content: Uint8Array): Promise<SheetRow[]> => {
  const rows: SheetRow[] = []
  try {
    for await (const row of tables.read(content, tables.formatOf(content))) {
      if (rows.push(row) > MAX_ROWS) {
        throw refuseFields('statistics.invalid', [
          { path: 'file', code: 'import.too_many_rows', params: { max: MAX_ROWS } },
        ])
      }
    }
  } catch (error) {
    const reason = tables.whyUnreadable(error)
    if (reason === null) throw error
    throw refuseFields('statistics.invalid', [{ path: 'file', code: `import.file_${reason}` }])
  }
  return rows
}

/**
 * The dry run: reads a published table, keeps it as a draft only the authority sees, with what the check found row by
 * row. Refuses with `statistics.invalid` or `statistics.already_loaded`.
 */
export const draftStatistics = async (
  context: ServiceContext,
  tables: TableFiles,
  input: DraftStatisticsInput,
): Promise<StatisticsRecord> => {
  const actor = requireMember(context)
  authorize(actor, 'statistics.load')
  requireStated(input, shanghaiDateOf(context.clock.now()))
  const { content, ...stated } = input
  const rows = await readRows(tables, content)
  const { values, problems } = readStatistics(rows)
  const found = [...problems, ...checkStatistics(values)].slice(0, MAX_KEPT_PROBLEMS)
  const twice = () => refuse('conflict', 'statistics.already_loaded')
  return refusingOn({ statistics_publications_sha256_unique: twice }, () =>
    inUnitOfWork(context, async ({ tx, now, audit }) => {
      const [record] = await tx
        .insert(statisticsPublications)
        .values({
          ...stated,
          id: context.ids.next(),
          state: 'draft',
          sha256: createHash('sha256').update(content).digest('hex'),
          rowCount: Math.max(0, rows.length - 1),
          problems: found,
          createdAt: now,
          createdBy: actor.userId,
          organizationId: actor.organizationId,
        })
        .returning()
      if (!record) throw new Error('The publication was not stored.')
      const lines = values.map((value) => ({ ...value, publicationId: record.id }))
      for (let start = 0; start < lines.length; start += CHUNK) {
        await tx.insert(statisticsValues).values(lines.slice(start, start + CHUNK))
      }
      audit({
        ...statisticsTrail(record),
        action: 'statistics.draft',
        after: { ...record, problems: found.length },
      })
      return record
    }),
  )
}
