export * from './open-data.ts'
export * from './period.ts'
export * from './plan.ts'
export * from './turnover.ts'
