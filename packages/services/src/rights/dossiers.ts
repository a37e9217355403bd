import type { Database, Transaction } from '@market/database'
import { rightEvents, rightOwners, rights } from '@market/database/schema'
import type { CalendarDate } from '@market/domain'
import { type RightStanding, standingOf } from '@market/domain/rights'
import { asc, inArray } from 'drizzle-orm'

export type Reader = Database | Transaction
export type RightRow = typeof rights.$inferSelect
export type OwnerRow = typeof rightOwners.$inferSelect
export type EventRow = typeof rightEvents.$inferSelect

/** A right with everything that is known of it, as it stands on a day. */
export interface RightDossier {
  right: RightRow
  owners: OwnerRow[]
  events: EventRow[]
  standing: RightStanding
}

const grouped = <Row extends { rightId: string }>(rows: readonly Row[]): Map<string, Row[]> => {
  const groups = new Map<string, Row[]>()
  for (const row of rows) groups.set(row.rightId, [...(groups.get(row.rightId) ?? []), row])
  return groups
}

/** The rights of these ids in this order, each read from its history. */
export const readDossiers = async (
  db: Reader,
  ids: readonly string[],
  today: CalendarDate,
): Promise<RightDossier[]> => {
  if (ids.length === 0) return []
  const wanted = [...ids]
  const rows = await db.select().from(rights).where(inArray(rights.id, wanted))
  const owners = grouped(
    await db
      .select()
      .from(rightOwners)
      .where(inArray(rightOwners.rightId, wanted))
      .orderBy(asc(rightOwners.position)),
  )
  const events = grouped(
    await db
      .select()
      .from(rightEvents)
      .where(inArray(rightEvents.rightId, wanted))
      .orderBy(asc(rightEvents.occurredOn), asc(rightEvents.id)),
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  return wanted.flatMap((id) => {
    const right = byId.get(id)
    if (!right) return []
    const history = events.get(id) ?? []
    return [
      { right, owners: owners.get(id) ?? [], events: history, standing: standingOf(right, history, today) },
    ]
  })
}
