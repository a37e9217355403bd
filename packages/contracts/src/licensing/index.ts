export * from './deal-parts.ts'
export * from './offers.ts'
export * from './requests.ts'
export * from './term-sheet.ts'
