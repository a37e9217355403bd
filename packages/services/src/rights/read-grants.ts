import { licenceGrants } from '@market/database/schema'
import type { CalendarDate } from '@market/domain'
import { and, asc, inArray, sql } from 'drizzle-orm'
import type { Reader } from './dossiers.ts'

export type GrantRow = typeof licenceGrants.$inferSelect

/** The grants of these subjects that hold on a day or later, the earliest first; whoever's record they were made from. */
export const readGrants = async (
  db: Reader,
  subjects: readonly string[],
  today: CalendarDate,
): Promise<GrantRow[]> => {
  if (subjects.length === 0) return []
  return db
    .select()
    .from(licenceGrants)
    .where(
      and(
        inArray(licenceGrants.subject, [...subjects]),
        sql`${licenceGrants.period} && daterange(${today}::date, null, '[]')`,
      ),
    )
    .orderBy(asc(licenceGrants.startsOn), asc(licenceGrants.id))
}
