import type { Database } from '@market/database'
import { needAnswers } from '@market/database/schema'
import { resultOwnerOf } from '@market/domain/demands'
import { eq } from 'drizzle-orm'
import type { RequestRow } from './request-records.ts'

/** Whose the results shall be by the proposal the talks are over; null where nothing was said of it. */
export const readWishedOwner = async (
  db: Database,
  { needAnswerId }: Pick<RequestRow, 'needAnswerId'>,
): Promise<ReturnType<typeof resultOwnerOf>> => {
  if (needAnswerId === null) return null
  const [answer] = await db
    .select({ proposal: needAnswers.proposal })
    .from(needAnswers)
    .where(eq(needAnswers.id, needAnswerId))
  return answer?.proposal ? resultOwnerOf(answer.proposal.ipWish) : null
}
