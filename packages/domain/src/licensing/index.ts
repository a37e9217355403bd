export * from './states.ts'
export * from './term-sheet.ts'
