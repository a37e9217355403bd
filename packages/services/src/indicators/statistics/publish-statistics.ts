import { inUnitOfWork } from '@market/database'
import { statisticsPublications } from '@market/database/schema'
import { refuse } from '@market/domain'
import { authorize } from '@market/domain/policy'
import { and, eq } from 'drizzle-orm'
import { requireMember, type ServiceContext } from '../../index.ts'
import { findPublication, type StatisticsRecord, statisticsTrail } from './records.ts'

const wrongState = ({ state }: StatisticsRecord) =>
  refuse('conflict', 'statistics.wrong_state', { state, allowed: ['draft'] })

const isDraft = (id: string) =>
  and(eq(statisticsPublications.id, id), eq(statisticsPublications.state, 'draft'))

/**
 * Opens a checked publication to everybody; from then on it is never changed. Refuses with `statistics.not_found`,
 * `statistics.wrong_state` or `statistics.has_errors`.
 */
export const publishStatistics = async (context: ServiceContext, id: string): Promise<StatisticsRecord> => {
  const actor = requireMember(context)
  authorize(actor, 'statistics.load')
  return inUnitOfWork(context, async ({ tx, now, audit }) => {
    const before = await findPublication(tx, id)
    const errorCount = before.problems.filter(({ severity }) => severity === 'error').length
    if (before.state === 'draft' && errorCount > 0) {
      throw refuse('precondition', 'statistics.has_errors', { errorCount })
    }
    const [after] = await tx
      .update(statisticsPublications)
      .set({ state: 'published', openedAt: now })
      .where(isDraft(id))
      .returning()
    if (!after) throw wrongState(before)
    const { state, title, sha256 } = after
    audit({
      ...statisticsTrail(after),
      action: 'statistics.publish',
      before: { state: before.state },
      after: { state, title, sha256 },
    })
    return after
  })
}

/** Throws a draft away; what is published stays. Refuses with `statistics.not_found` or `statistics.wrong_state`. */
export const discardStatistics = async (context: ServiceContext, id: string): Promise<void> => {
  const actor = requireMember(context)
  authorize(actor, 'statistics.load')
  await inUnitOfWork(context, async ({ tx, audit }) => {
    const before = await findPublication(tx, id)
    if (before.state !== 'draft') throw wrongState(before)
    const gone = await tx.delete(statisticsPublications).where(isDraft(id)).returning()
    if (gone.length === 0) throw wrongState(before)
    const { title, sha256 } = before
    audit({
      ...statisticsTrail(before),
      action: 'statistics.discard',
      before: { title, sha256 },
      after: null,
    })
  })
}
