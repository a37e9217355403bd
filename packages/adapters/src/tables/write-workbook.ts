import { writeXlsx } from 'hucre'
import type { TableCell } from './table-files.ts'

export interface Sheet {
  name: string
  /** The first row is the heading and stays in sight. Numbers stay numbers. */
  rows: TableCell[][]
}

/** An XLSX file of a few small sheets, made in memory. */
export type WriteWorkbook = (sheets: readonly Sheet[]) => Promise<Uint8Array>

export const writeWorkbook: WriteWorkbook = (sheets) =>
  writeXlsx({ sheets: sheets.map(({ name, rows }) => ({ name, rows, freezePane: { rows: 1 } })) })
