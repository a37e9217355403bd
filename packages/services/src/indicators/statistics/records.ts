import type { Transaction } from '@market/database'
import { statisticsPublications } from '@market/database/schema'
import { refuse } from '@market/domain'
import { eq } from 'drizzle-orm'
import type { ServiceContext } from '../../index.ts'

export type StatisticsRecord = typeof statisticsPublications.$inferSelect

/** Refuses with `statistics.not_found`. */
export const findPublication = async (
  db: ServiceContext['db'] | Transaction,
  id: string,
): Promise<StatisticsRecord> => {
  const [record] = await db.select().from(statisticsPublications).where(eq(statisticsPublications.id, id))
  if (!record) throw refuse('not-found', 'statistics.not_found')
  return record
}

/** What the trail keeps of a publication. */
export const statisticsTrail = ({ id, organizationId }: StatisticsRecord) => ({
  subjectType: 'statistics',
  subjectId: id,
  organizationId,
})
