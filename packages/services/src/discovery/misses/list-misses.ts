import { searchMisses } from '@market/database/schema'
import type { CalendarDate } from '@market/domain'
import { MISS_MIN_VISITORS } from '@market/domain/discovery'
import { authorize } from '@market/domain/policy'
import { sql } from 'drizzle-orm'
import { requireActor, type ServiceContext } from '../../index.ts'

export interface MissedTerm {
  term: string
  /** The Monday of the week in which it was asked for. */
  weekOn: CalendarDate
  visitors: number
  firstOn: CalendarDate
  lastOn: CalendarDate
}

const MOST = 200

/** Terms that found nothing and were asked for by enough different visitors of one week; the newest weeks first. */
export const listMisses = async (context: ServiceContext): Promise<MissedTerm[]> => {
  authorize(requireActor(context), 'search_miss.list')
  const visitors = sql<number>`count(*)::int`
  return context.db
    .select({
      term: searchMisses.term,
      weekOn: searchMisses.weekOn,
      visitors,
      firstOn: sql<string>`min(${searchMisses.askedOn})::text`,
      lastOn: sql<string>`max(${searchMisses.askedOn})::text`,
    })
    .from(searchMisses)
    .groupBy(searchMisses.weekOn, searchMisses.term)
    .having(sql`count(*) >= ${MISS_MIN_VISITORS}`)
    .orderBy(sql`${searchMisses.weekOn} desc, ${visitors} desc, ${searchMisses.term}`)
    .limit(MOST)
}
