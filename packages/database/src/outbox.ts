import { eq } from 'drizzle-orm'
import type { Database } from './client.ts'
import { eventDeliveries, events } from './schema/index.ts'
import { releaseJobsOfTheDead } from './worker-presence.ts'

export type EventRow = typeof events.$inferSelect

/** What the worker needs to know of the events that units of work have left behind. */
export interface Outbox {
  find(eventId: string): Promise<EventRow | null>
  /** Names of the handlers that have finished with an event. */
  listDeliveries(eventId: string): Promise<string[]>
  /** Notes that a handler has finished with an event, so that a repeated job passes it over. */
  recordDelivery(eventId: string, handler: string, deliveredAt: Date): Promise<void>
  /** Gives back the jobs that killed workers have locked, and the names of those workers. */
  releaseJobsOfTheDead(): Promise<string[]>
}

export const openOutbox = (db: Database): Outbox => ({
  find: async (eventId) => {
    const [event] = await db.select().from(events).where(eq(events.id, eventId))
    return event ?? null
  },
  listDeliveries: async (eventId) => {
    const { handler } = eventDeliveries
    const rows = await db
      .select({ handler })
      .from(eventDeliveries)
      .where(eq(eventDeliveries.eventId, eventId))
    return rows.map((row) => row.handler)
  },
  recordDelivery: async (eventId, handler, deliveredAt) => {
    await db.insert(eventDeliveries).values({ eventId, handler, deliveredAt }).onConflictDoNothing()
  },
  releaseJobsOfTheDead: () => releaseJobsOfTheDead(db),
})
