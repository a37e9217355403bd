export { type AuditRecord, auditHash, GENESIS_HASH } from './audit-chain.ts'
export { type Database, type DatabaseHandle, openDatabase, type Transaction } from './client.ts'
export { postgresFailure, refusingOn, violatedConstraint } from './errors.ts'
export { inUnitOfWork, type OutboxEvent, type UnitOfWork, type WorkContext } from './unit-of-work.ts'
