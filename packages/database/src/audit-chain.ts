import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Transaction } from './client.ts'
import { auditEntries, auditHead } from './schema/index.ts'

export interface AuditRecord {
  action: string
  subjectType: string
  subjectId: string
  /** Whose record it is; its members may read the entry. */
  organizationId?: string | null
  before?: unknown
  after?: unknown
}

export interface AuditOrigin {
  at: Date
  actorUserId: string | null
  actorOrganizationId: string | null
  requestId: string
}

type AuditRow = typeof auditEntries.$inferSelect

/** A statement takes at most 65,535 parameters. */
const INSERTED_AT_ONCE = 1000

export const GENESIS_HASH = '0'.repeat(64)

/** JSON with sorted keys: the same text before and after a round trip through jsonb. */
const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`
}

/** SHA-256 over the row, its place in the chain and the hash before it. */
export const auditHash = (row: Omit<AuditRow, 'hash'>): string =>
  createHash('sha256')
    .update(canonical({ ...row, at: row.at.toISOString() }))
    .digest('hex')

/** What jsonb will hold: dates as text, undefined left out. */
const asJson = (value: unknown): unknown => (value === undefined ? null : JSON.parse(JSON.stringify(value)))

/**
 * Adds records to the end of the chain. Call it last in a transaction: from here to the commit every other
 * writer of the trail waits.
 */
export const appendAudit = async (tx: Transaction, origin: AuditOrigin, records: readonly AuditRecord[]) => {
  const [head] = await tx.select().from(auditHead).where(eq(auditHead.id, 1)).for('update')
  if (!head) throw new Error('The audit chain has no head; the migrations have not run.')
  let { position, hash } = head
  const rows = records.map((record): AuditRow => {
    const row = {
      position: position + 1,
      ...origin,
      action: record.action,
      subjectType: record.subjectType,
      subjectId: record.subjectId,
      organizationId: record.organizationId ?? null,
      before: asJson(record.before),
      after: asJson(record.after),
      previousHash: hash,
    }
    position = row.position
    hash = auditHash(row)
    return { ...row, hash }
  })
  for (let start = 0; start < rows.length; start += INSERTED_AT_ONCE) {
    await tx.insert(auditEntries).values(rows.slice(start, start + INSERTED_AT_ONCE))
  }
  await tx.update(auditHead).set({ position, hash }).where(eq(auditHead.id, 1))
}
