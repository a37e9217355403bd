import { auditHash, type Database, GENESIS_HASH } from '@market/database'
import { auditEntries, auditHead } from '@market/database/schema'
import { and, asc, eq, gt, lte } from 'drizzle-orm'

/**
 * 'missing': no entry stands here; 'unlinked': it does not name the hash before it; 'altered': its own hash does
 * not fit its content; 'head': the chain does not end where its head says.
 */
export type ChainBreak = 'missing' | 'unlinked' | 'altered' | 'head'

export type ChainVerdict =
  | { whole: true; entries: number; hash: string }
  | { whole: false; position: number; reason: ChainBreak }

type EntryRow = typeof auditEntries.$inferSelect

interface End {
  position: number
  hash: string
}

const breakAt = (row: EntryRow, end: End): ChainBreak | null => {
  if (row.position !== end.position + 1) return 'missing'
  if (row.previousHash !== end.hash) return 'unlinked'
  const { hash, ...content } = row
  return auditHash(content) === hash ? null : 'altered'
}

const readHead = async (db: Database): Promise<End> => {
  const [head] = await db.select().from(auditHead).where(eq(auditHead.id, 1))
  if (!head) throw new Error('The audit chain has no head; the migrations have not run.')
  return head
}

/**
 * Recomputes the chain from its beginning up to the head as it is now, in batches, while others go on writing.
 * Keep the `hash` it ends with elsewhere: whoever can rewrite the whole chain can rewrite its head.
 */
export const verifyAuditChain = async (db: Database, batchSize = 1000): Promise<ChainVerdict> => {
  const head = await readHead(db)
  let end: End = { position: 0, hash: GENESIS_HASH }
  while (end.position < head.position) {
    const rows = await db
      .select()
      .from(auditEntries)
      .where(and(gt(auditEntries.position, end.position), lte(auditEntries.position, head.position)))
      .orderBy(asc(auditEntries.position))
      .limit(batchSize)
    if (rows.length === 0) return { whole: false, position: end.position + 1, reason: 'missing' }
    for (const row of rows) {
      const reason = breakAt(row, end)
      if (reason) return { whole: false, position: end.position + 1, reason }
      end = { position: row.position, hash: row.hash }
    }
  }
  if (end.hash !== head.hash) return { whole: false, position: head.position, reason: 'head' }
  return { whole: true, entries: end.position, hash: end.hash }
}
