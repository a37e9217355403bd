export * from './contacts.ts'
export * from './reply-statistics.ts'
export * from './states.ts'
