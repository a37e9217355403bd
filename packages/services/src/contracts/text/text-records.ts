import { createHash } from 'node:crypto'
import type { Database, Transaction } from '@market/database'
import { contractTextAcceptances, contractTexts } from '@market/database/schema'
import { refuse } from '@market/domain'
import { type Article, writtenText } from '@market/domain/contracts'
import { desc, eq } from 'drizzle-orm'
import type { ContractRow } from '../contract-records.ts'

export type TextRow = typeof contractTexts.$inferSelect

type Reader = Database | Transaction

export const hashOf = (
  { id, title }: Pick<ContractRow, 'id' | 'title'>,
  articles: readonly Article[],
): string =>
  createHash('sha256')
    .update(writtenText(id, title, articles))
    .digest('hex')

/** The version put forward last; undefined while nobody has made a text. */
export const latestText = async (db: Reader, contractId: string): Promise<TextRow | undefined> => {
  const [row] = await db
    .select()
    .from(contractTexts)
    .where(eq(contractTexts.contractId, contractId))
    .orderBy(desc(contractTexts.version))
    .limit(1)
  return row
}

export const acceptedBy = async (db: Reader, textId: string): Promise<string[]> => {
  const rows = await db
    .select({ organizationId: contractTextAcceptances.organizationId })
    .from(contractTextAcceptances)
    .where(eq(contractTextAcceptances.textId, textId))
  return rows.map(({ organizationId }) => organizationId)
}

export interface TextStanding {
  text: TextRow
  /** Both sides took this version. */
  agreed: boolean
  /** The contract's facts were changed after it was written. */
  stale: boolean
}

/** Where the text stands; null for a contract that has none and is signed on paper. */
export const textStanding = async (db: Reader, contract: ContractRow): Promise<TextStanding | null> => {
  const text = await latestText(db, contract.id)
  if (!text) return null
  const agreed = (await acceptedBy(db, text.id)).length === 2
  return { text, agreed, stale: text.contractRevision !== contract.revision }
}

/** Refuses with `contract_text.changed_meanwhile` when the reader saw another version than the last. */
export const requireLatest = (latest: TextRow | undefined, read: number | null): void => {
  const version = latest?.version ?? null
  if (version !== read) throw refuse('conflict', 'contract_text.changed_meanwhile', { version })
}
