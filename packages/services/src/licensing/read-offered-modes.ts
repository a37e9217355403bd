import type { Database, Transaction } from '@market/database'
import { listings, needAnswers, needs } from '@market/database/schema'
import type { TransferMode } from '@market/domain/codes'
import { proposalModes } from '@market/domain/demands'
import { eq } from 'drizzle-orm'
import type { RequestRow } from './request-records.ts'

/** The ways in which what a request is about may be had: what its listing offers, or what its need wishes for. */
export const readOfferedModes = async (
  db: Database | Transaction,
  { listingId, needAnswerId }: Pick<RequestRow, 'listingId' | 'needAnswerId'>,
): Promise<TransferMode[]> => {
  if (listingId !== null) {
    const [listing] = await db
      .select({ transferModes: listings.transferModes })
      .from(listings)
      .where(eq(listings.id, listingId))
    return listing?.transferModes ?? []
  }
  if (needAnswerId === null) return []
  const [need] = await db
    .select({ cooperationModes: needs.cooperationModes })
    .from(needAnswers)
    .innerJoin(needs, eq(needs.id, needAnswers.needId))
    .where(eq(needAnswers.id, needAnswerId))
  return need ? proposalModes(need.cooperationModes) : []
}
