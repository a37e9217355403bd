import type { Database, EventRow } from '@market/database'
import { events } from '@market/database/schema'
import { and, desc, eq } from 'drizzle-orm'
import type { RecordRightEventInput } from '../rights/index.ts'

/** The latest event of a type that a unit of work has left behind, of one subject or of any. */
export const newestEvent = async (db: Database, type: string, subjectId?: string): Promise<EventRow> => {
  const [event] = await db
    .select()
    .from(events)
    .where(and(eq(events.type, type), subjectId ? eq(events.subjectId, subjectId) : undefined))
    .orderBy(desc(events.id))
    .limit(1)
  if (!event) throw new Error(`No event ${type}.`)
  return event
}

/** What happened to a right on 1 February 2026, as read in the gazette a month later. */
export const rightEvent = (
  rightId: string,
  kind: RecordRightEventInput['kind'],
  changes: Partial<RecordRightEventInput> = {},
): RecordRightEventInput => ({
  rightId,
  kind,
  occurredOn: '2026-02-01',
  source: 'gazette',
  checkedOn: '2026-03-01',
  party: '',
  reference: '',
  days: null,
  patentYear: null,
  correctsId: null,
  ...changes,
})
