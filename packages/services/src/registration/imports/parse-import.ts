import type { TableFiles } from '@market/adapters/tables'
import type { CalendarDate } from '@market/domain'
import {
  findRepeatedRows,
  type ImportCells,
  type ImportProblem,
  importProblem,
  type PlacedRow,
  readImportHeader,
  readImportRow,
} from '@market/domain/registration'
import type { ImportRecord } from './records.ts'

export interface PlacedProblem extends ImportProblem {
  row: number
}

export interface ParsedImport {
  rowCount: number
  rows: PlacedRow[]
  problems: PlacedProblem[]
}

/** Longer files are to be divided. */
export const MAX_IMPORT_ROWS = 50_000
/** A breath for whatever else this process does. */
const ROWS_WITHOUT_PAUSE = 500

const pause = () => new Promise((resolve) => setImmediate(resolve))

const headerProblems = (header: ReturnType<typeof readImportHeader>): ImportProblem[] => [
  ...header.missing.map((column) => importProblem(column, 'import.column_missing')),
  ...header.twice.map((column) => importProblem(column, 'import.column_twice')),
  ...header.unknown.map((found) => importProblem(null, 'import.column_unknown', { found }, 'warning')),
]

const isError = ({ severity }: ImportProblem): boolean => severity === 'error'

const readRows = async (
  files: TableFiles,
  { format }: Pick<ImportRecord, 'format'>,
  content: Uint8Array,
  today: CalendarDate,
): Promise<ParsedImport> => {
  const parsed: ParsedImport = { rowCount: 0, rows: [], problems: [] }
  let header: ReturnType<typeof readImportHeader> | null = null
  for await (const { row, cells } of files.read(content, format)) {
    if (header === null) {
      header = readImportHeader(cells)
      parsed.problems.push(...headerProblems(header).map((problem) => ({ ...problem, row })))
      if (parsed.problems.some(isError)) return parsed
      continue
    }
    parsed.rowCount += 1
    if (parsed.rowCount > MAX_IMPORT_ROWS) {
      parsed.problems.push({ ...importProblem(null, 'import.too_many_rows', { max: MAX_IMPORT_ROWS }), row })
      return parsed
    }
    const named = header.positions.map((column, index) => [column, cells[index] ?? null])
    const entries = named.filter(([column]) => column !== null)
    const read = readImportRow(Object.fromEntries(entries) as ImportCells, today)
    if (read.row) parsed.rows.push({ row, value: read.row })
    parsed.problems.push(...read.problems.map((problem) => ({ ...problem, row })))
    if (parsed.rowCount % ROWS_WITHOUT_PAUSE === 0) await pause()
  }
  return parsed
}

/** Reads a file into contracts and whatever keeps it from being one; rows repeated within it are named. */
export const parseImport = async (
  files: TableFiles,
  record: Pick<ImportRecord, 'format'>,
  content: Uint8Array,
  today: CalendarDate,
): Promise<ParsedImport> => {
  try {
    const parsed = await readRows(files, record, content, today)
    if (parsed.rowCount === 0 && !parsed.problems.some(isError)) {
      parsed.problems.push({ ...importProblem(null, 'import.empty'), row: 1 })
    }
    const repeated = findRepeatedRows(parsed.rows).map(({ row, problem }) => ({ ...problem, row }))
    return { ...parsed, problems: [...parsed.problems, ...repeated] }
  } catch (error) {
    const reason = files.whyUnreadable(error)
    if (reason === null) throw error
    return { rowCount: 0, rows: [], problems: [{ ...importProblem(null, `import.file_${reason}`), row: 1 }] }
  }
}
