export { type AuditEntryRecord, type ListAuditEntriesInput, listAuditEntries } from './list-audit-entries.ts'
export { type ChainBreak, type ChainVerdict, verifyAuditChain } from './verify-audit-chain.ts'
