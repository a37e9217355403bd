import { requests } from '@market/database/schema'
import {
  REPLY_PERIOD_DAYS,
  REPLY_WINDOW_DAYS,
  type ReplyStatistics,
  replyStatistics,
} from '@market/domain/organizations'
import { and, eq, gte, lt, sql } from 'drizzle-orm'
import type { ServiceContext } from '../index.ts'

const DAY_MS = 86_400_000

/**
 * How an organization answers the requests it receives, counted over requests of the last year that are at least two
 * weeks old; a request its sender took back unanswered counts in neither. Null where there are too few to say.
 */
export const readReplyStatistics = async (
  { db, clock }: Pick<ServiceContext, 'db' | 'clock'>,
  organizationId: string,
): Promise<ReplyStatistics | null> => {
  const now = clock.now().getTime()
  const days = sql`extract(epoch from ${requests.answeredAt} - ${requests.createdAt}) / 86400`
  const [facts] = await db
    .select({
      requests: sql<number>`count(*)::int`,
      answered: sql<number>`count(${requests.answeredAt})::int`,
      medianDays: sql<number | null>`(percentile_cont(0.5) within group (order by ${days}))::float8`,
    })
    .from(requests)
    .where(
      and(
        eq(requests.ownerId, organizationId),
        gte(requests.createdAt, new Date(now - REPLY_PERIOD_DAYS * DAY_MS)),
        lt(requests.createdAt, new Date(now - REPLY_WINDOW_DAYS * DAY_MS)),
        sql`not (${requests.state} = 'withdrawn' and ${requests.answeredAt} is null)`,
      ),
    )
  return facts ? replyStatistics(facts) : null
}
