import { streamXlsxRows, writeXlsxStream } from 'hucre'
import { streamCsvRows, writeCsvStream } from 'hucre/csv'
import { decodeText } from './decode-text.ts'
import { type TableCell, type TableFiles, type TableRow, UnreadableTable } from './table-files.ts'
import { unpackedSize } from './unpacked-size.ts'

const MAX_UNPACKED_BYTES = 200 * 1024 * 1024
const SHEET = '登记'

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b

const cellOf = (value: unknown): TableCell => {
  if (value instanceof Date) return value
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  return value === null || value === undefined ? null : String(value)
}

const isEmpty = (cells: readonly TableCell[]): boolean =>
  cells.every((cell) => cell === null || (typeof cell === 'string' && cell.trim() === ''))

async function* readCsv(bytes: Uint8Array): AsyncGenerator<TableRow> {
  let row = 0
  for await (const values of streamCsvRows(decodeText(bytes))) {
    row += 1
    const cells = values.map(cellOf)
    if (!isEmpty(cells)) yield { row, cells }
  }
}

async function* readXlsx(bytes: Uint8Array): AsyncGenerator<TableRow> {
  if (unpackedSize(bytes) > MAX_UNPACKED_BYTES) throw new UnreadableTable('too_large')
  try {
    for await (const { index, values } of streamXlsxRows(bytes, { sheet: 0 })) {
      const cells = values.map(cellOf)
      if (!isEmpty(cells)) yield { row: index + 1, cells }
    }
  } catch (error) {
    throw new UnreadableTable('damaged', error)
  }
}

/** CSV and XLSX on hucre. */
export const createTableFiles = (): TableFiles => ({
  formatOf: (bytes) => (isZip(bytes) ? 'xlsx' : 'csv'),
  read: (bytes, format) => (format === 'xlsx' ? readXlsx(bytes) : readCsv(bytes)),
  whyUnreadable: (error) => (error instanceof UnreadableTable ? error.reason : null),
  write: (rows, format) =>
    format === 'xlsx'
      ? writeXlsxStream(rows, { name: SHEET, freezePane: { rows: 1 } })
      : writeCsvStream(rows, { bom: true, lineSeparator: '\r\n' }),
})
