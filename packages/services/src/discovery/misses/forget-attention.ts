import type { Database } from '@market/database'
import { listingVisits, searchMisses } from '@market/database/schema'
import { addDays, type Clock, shanghaiDateOf } from '@market/domain'
import { MISS_MIN_VISITORS, weekOf } from '@market/domain/discovery'
import { lt, sql } from 'drizzle-orm'
import { forgetSalts } from '../visits/visitor.ts'

/** Owners are shown eight weeks; a quarter leaves room for that. */
const VISIT_DAYS = 91

/**
 * Throws away the salts of the days and weeks that are over, the visits nobody is shown any more, and the terms of past
 * weeks that too few asked for.
 */
export const forgetAttention = async ({ db, clock }: { db: Database; clock: Clock }): Promise<void> => {
  const today = shanghaiDateOf(clock.now())
  const week = weekOf(today)
  await forgetSalts(db, 'visit', today)
  await forgetSalts(db, 'miss', week)
  await db.delete(listingVisits).where(lt(listingVisits.visitedOn, addDays(today, -VISIT_DAYS)))
  await db.execute(sql`
    delete from ${searchMisses} m
    using (
      select term, week_on from ${searchMisses} where week_on < ${week}
      group by term, week_on having count(*) < ${MISS_MIN_VISITORS}
    ) rare
    where m.term = rare.term and m.week_on = rare.week_on`)
}
