export * from './period.ts'
export * from './plan.ts'
export * from './turnover.ts'
