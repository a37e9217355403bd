export * from './cells.ts'
export * from './table-cell.ts'
