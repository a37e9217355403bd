import { visibleText } from '@market/domain'
import { writeXlsx } from 'hucre'
import type { TableCell } from './table-files.ts'

export interface Sheet {
  name: string
  /** The first row is the heading and stays in sight. Numbers stay numbers. */
  rows: TableCell[][]
}

const HEADING = { font: { bold: true } }
const NARROWEST = 10
const WIDEST = 60

/** Columns as wide as their widest cell, a Chinese character counted as two letters. */
const widthsOf = (rows: readonly TableCell[][]): { width: number }[] =>
  Array.from({ length: Math.max(0, ...rows.map((row) => row.length)) }, (_, column) => {
    const widths = rows.map((row) => String(row[column] ?? '').replaceAll(/[\u0100-\uffff]/g, '**').length)
    return { width: Math.min(WIDEST, Math.max(NARROWEST, ...widths) + 2) }
  })

/** An XLSX file of a few small sheets, made in memory. */
export type WriteWorkbook = (sheets: readonly Sheet[]) => Promise<Uint8Array>

export const writeWorkbook: WriteWorkbook = (sheets) =>
  writeXlsx({
    sheets: sheets.map(({ name, rows }) => ({
      name,
      rows: rows.map((row) => row.map((cell) => (typeof cell === 'string' ? visibleText(cell) : cell))),
      columns: widthsOf(rows),
      cells: new Map((rows[0] ?? []).map((_, column) => [`0,${column}`, { style: HEADING }])),
      freezePane: { rows: 1 },
    })),
  })
