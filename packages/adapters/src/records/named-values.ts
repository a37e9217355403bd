import { isListingImportLabel } from '@market/domain/listings'
import { MAX_COLUMNS, MAX_VALUE, type SourceRecord, UnreadableRecords } from './record-files.ts'

/** A value as text: what a spreadsheet holds as a day becomes 'YYYY-MM-DD'. */
export const textOfValue = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  return String(value).slice(0, MAX_VALUE)
}

/** Names for the columns of a sheet: none empty, none twice. */
export const columnNames = (head: readonly string[]): string[] => {
  const seen = new Map<string, number>()
  return head.map((label, index) => {
    const name = label.trim().slice(0, 100) || `#${index + 1}`
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return times === 1 ? name : `${name} (${times})`
  })
}

const isBlank = (values: readonly string[]): boolean => values.every((value) => value.trim() === '')

export interface SheetRow {
  row: number
  values: string[]
}

/** Titles and remarks often stand above the head of a table; so many rows are looked at for it. */
const HEAD_WITHIN = 10
const LOOKED_AT = 50

const labelsIn = ({ values }: SheetRow): number => values.filter(isListingImportLabel).length

/** Of the first rows, the one that names columns we know; the first that is not empty where none does. */
export const headOf = (rows: readonly SheetRow[]): { row: SheetRow | undefined; labels: number } => {
  const filled = rows.filter(({ values }) => !isBlank(values)).slice(0, HEAD_WITHIN)
  const most = Math.max(0, ...filled.map(labelsIn))
  // One cell alone may well be a title that reads like a label.
  const head = most < 2 ? filled[0] : filled.find((row) => labelsIn(row) === most)
  return { row: head, labels: head === undefined ? 0 : labelsIn(head) }
}

/** As many of the first rows as the head is looked for in. */
export const firstRows = async (rows: AsyncIterator<SheetRow>): Promise<SheetRow[]> => {
  const first: SheetRow[] = []
  let filled = 0
  while (filled < HEAD_WITHIN && first.length < LOOKED_AT) {
    const next = await rows.next()
    if (next.done) break
    first.push(next.value)
    if (!isBlank(next.value.values)) filled += 1
  }
  return first
}

/** The rows from the head on. */
async function* fromHead(rows: AsyncIterable<SheetRow>): AsyncGenerator<SheetRow> {
  const rest = rows[Symbol.asyncIterator]()
  try {
    const first = await firstRows(rest)
    const { row: head } = headOf(first)
    yield* first.filter(({ row }) => row >= (head?.row ?? 0))
    yield* { [Symbol.asyncIterator]: () => rest }
  } finally {
    await rest.return?.()
  }
}

/** Rows of a sheet as records: the head names the columns; runs of empty rows become one record. */
export async function* recordsOfSheet(rows: AsyncIterable<SheetRow>): AsyncGenerator<SourceRecord> {
  let names: string[] | null = null
  let next = 1
  let emptyFrom: number | null = null
  for await (const { row, values } of fromHead(rows)) {
    if (row > next) emptyFrom ??= next
    next = row + 1
    if (isBlank(values)) {
      emptyFrom ??= row
      continue
    }
    if (names !== null && emptyFrom !== null) yield { row: emptyFrom, through: row - 1, values: null }
    emptyFrom = null
    if (names === null) {
      if (values.length > MAX_COLUMNS) throw new UnreadableRecords('too_many_columns', row)
      names = columnNames(values)
      continue
    }
    yield { row, through: row, values: named(names, values) }
  }
  if (names !== null && emptyFrom !== null) yield { row: emptyFrom, through: next - 1, values: null }
}

const named = (names: readonly string[], values: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    values
      .slice(0, MAX_COLUMNS)
      .flatMap((value, index) => (value.trim() === '' ? [] : [[names[index] ?? `#${index + 1}`, value]])),
  )
