import { listings, listingVisits } from '@market/database/schema'
import { addDays, type CalendarDate, refuse, shanghaiDateOf } from '@market/domain'
import { PUBLIC_VISITORS_FROM, weekOf } from '@market/domain/discovery'
import { authorize, may, relationsTo } from '@market/domain/policy'
import { and, eq, gte, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../index.ts'
import { isPublic } from '../favourites/records.ts'

export interface VisitCount {
  /** Different organizations that looked. */
  organizations: number
  /** Visitors without an organization, each counted once a day. */
  visitors: number
}

export interface VisitFigures {
  /** Visitors of the last seven days; null where there are too few to be told to everybody. */
  lastSevenDays: number | null
  /** For the owner alone, newest first; null for everybody else. */
  own: { days: (VisitCount & { on: CalendarDate })[]; weeks: (VisitCount & { on: CalendarDate })[] } | null
}

const DAYS_SHOWN = 7
const WEEKS_SHOWN = 8

type Period = 'day' | 'week'

const countBy = async (
  { db }: ServiceContext,
  listingId: string,
  from: CalendarDate,
  period: Period,
): Promise<(VisitCount & { on: CalendarDate })[]> => {
  const on = sql<string>`to_char(date_trunc(${sql.raw(`'${period}'`)}, ${listingVisits.visitedOn}), 'YYYY-MM-DD')`
  return db
    .select({
      on,
      organizations: sql<number>`count(distinct ${listingVisits.organizationId})::int`,
      visitors: sql<number>`count(${listingVisits.visitor})::int`,
    })
    .from(listingVisits)
    .where(and(eq(listingVisits.listingId, listingId), gte(listingVisits.visitedOn, from)))
    .groupBy(on)
    .orderBy(sql`${on} desc`)
}

const totalSince = async ({ db }: ServiceContext, listingId: string, from: CalendarDate): Promise<number> => {
  const [row] = await db
    .select({
      total: sql<number>`(count(distinct ${listingVisits.organizationId}) + count(${listingVisits.visitor}))::int`,
    })
    .from(listingVisits)
    .where(and(eq(listingVisits.listingId, listingId), gte(listingVisits.visitedOn, from)))
  return row?.total ?? 0
}

/** Who looked at a listing: in days and weeks for its owner, one number for everybody when it is large enough. */
export const readVisits = async (context: ServiceContext, listingId: string): Promise<VisitFigures> => {
  const { db, actor, clock } = context
  const [listing] = await db.select().from(listings).where(eq(listings.id, listingId))
  if (!listing) throw refuse('not-found', 'listing.not_found')
  const relations = relationsTo(actor, {
    organizationId: listing.organizationId,
    public: isPublic(listing),
  })
  authorize(actor, 'listing.read', relations)
  const today = shanghaiDateOf(clock.now())
  const weekAgo = addDays(today, 1 - DAYS_SHOWN)
  const total = await totalSince(context, listingId, weekAgo)
  const lastSevenDays = total >= PUBLIC_VISITORS_FROM ? total : null
  if (!may(actor, 'listing.read_visits', relations)) return { lastSevenDays, own: null }
  const firstWeek = addDays(weekOf(today), -7 * (WEEKS_SHOWN - 1))
  const [days, weeks] = await Promise.all([
    countBy(context, listingId, weekAgo, 'day'),
    countBy(context, listingId, firstWeek, 'week'),
  ])
  return { lastSevenDays, own: { days, weeks } }
}
