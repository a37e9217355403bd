export * from './plan.ts'
export * from './turnover.ts'
