export * from './turnover-entry.ts'
