export { createTableFiles } from './create-table-files.ts'
export type { TableCell, TableFiles, TableFormat, TableRow, UnreadableReason } from './table-files.ts'
export { type Sheet, type WriteWorkbook, writeWorkbook } from './write-workbook.ts'
