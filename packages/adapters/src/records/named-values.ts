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

/** Rows of a sheet as records: the first that is not empty names the columns; runs of empty rows become one record. */
export async function* recordsOfSheet(
  rows: AsyncIterable<{ row: number; values: string[] }>,
): AsyncGenerator<SourceRecord> {
  let names: string[] | null = null
  let next = 1
  let emptyFrom: number | null = null
  for await (const { row, values } of rows) {
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
