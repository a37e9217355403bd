import type { Database } from '@market/database'
import { turnoverReleases } from '@market/database/schema'
import { addMonths, shanghaiDateOf, shanghaiMidnightOf } from '@market/domain'
import { desc, lte } from 'drizzle-orm'
import { firstOfMonth } from '../turnover-period.ts'

export type TurnoverReleaseRecord = typeof turnoverReleases.$inferSelect

/** The state of the register that the public reads. */
export interface ReleasedState {
  /** Null before the first release: nothing is public yet. */
  releasedAt: Date | null
  /** The beginning of next month in Asia/Shanghai, when the next one is due; the authority may call for one before. */
  nextAt: Date
}

/** The newest release, or the newest there was at an instant. */
export const findRelease = async (
  db: Database,
  at?: Date | undefined,
): Promise<TurnoverReleaseRecord | null> => {
  const [found] = await db
    .select()
    .from(turnoverReleases)
    .where(at && lte(turnoverReleases.releasedAt, at))
    .orderBy(desc(turnoverReleases.id))
    .limit(1)
  return found ?? null
}

export const monthBegins = (now: Date): Date => shanghaiMidnightOf(firstOfMonth(shanghaiDateOf(now)))

export const stateOf = (release: TurnoverReleaseRecord | null, now: Date): ReleasedState => ({
  releasedAt: release?.releasedAt ?? null,
  nextAt: shanghaiMidnightOf(addMonths(firstOfMonth(shanghaiDateOf(now)), 1)),
})
