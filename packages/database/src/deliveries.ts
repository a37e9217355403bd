import { eq } from 'drizzle-orm'
import type { Database } from './client.ts'
import { eventDeliveries, events } from './schema/index.ts'

export type EventRow = typeof events.$inferSelect

/** The outbox event a job was enqueued for, or null. */
export const findEvent = async (db: Database, eventId: string): Promise<EventRow | null> => {
  const [event] = await db.select().from(events).where(eq(events.id, eventId))
  return event ?? null
}

/** Names of the handlers that have finished with an event. */
export const listDeliveries = async (db: Database, eventId: string): Promise<string[]> => {
  const rows = await db
    .select({ handler: eventDeliveries.handler })
    .from(eventDeliveries)
    .where(eq(eventDeliveries.eventId, eventId))
  return rows.map(({ handler }) => handler)
}

/** Notes that a handler has finished with an event, so that a repeated job passes it over. */
export const recordDelivery = async (
  db: Database,
  eventId: string,
  handler: string,
  deliveredAt: Date,
): Promise<void> => {
  await db.insert(eventDeliveries).values({ eventId, handler, deliveredAt }).onConflictDoNothing()
}
