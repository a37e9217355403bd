import type { Database } from '@market/database'
import { rights } from '@market/database/schema'
import { asc, inArray } from 'drizzle-orm'
import type { RequestRow } from './request-records.ts'

export type WantedRight = Pick<typeof rights.$inferSelect, 'id' | 'kind' | 'number' | 'title'>

/** The rights a request names, where it does not ask for all of the listing. */
export const readRightsWanted = async (
  db: Database,
  { application }: Pick<RequestRow, 'application'>,
): Promise<WantedRight[]> => {
  const ids = application?.rightIds ?? []
  if (ids.length === 0) return []
  return db
    .select({ id: rights.id, kind: rights.kind, number: rights.number, title: rights.title })
    .from(rights)
    .where(inArray(rights.id, ids))
    .orderBy(asc(rights.id))
}
