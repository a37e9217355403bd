import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { id, instant } from './columns.ts'

/** The outbox: what happened, written with the change itself and delivered by the worker. */
export const events = pgTable(
  'events',
  {
    id: id(),
    type: text('type').notNull(),
    subjectId: uuid('subject_id').notNull(),
    payload: jsonb('payload').$type<Record<string, unknown>>().notNull(),
    occurredAt: instant('occurred_at').notNull(),
  },
  (t) => [index('events_subject').on(t.subjectId, t.occurredAt)],
)

/** A handler that has finished with an event; makes delivery idempotent. */
export const eventDeliveries = pgTable(
  'event_deliveries',
  {
    eventId: uuid('event_id')
      .notNull()
      .references(() => events.id),
    handler: text('handler').notNull(),
    deliveredAt: instant('delivered_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.eventId, t.handler] })],
)

/** The stored answer to an unsafe request that carried an Idempotency-Key. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    key: text('key').notNull(),
    /** Whose key it is: the user's id, or 'anonymous:<address>'. */
    scope: text('scope').notNull(),
    requestHash: text('request_hash').notNull(),
    /** Null while the first request is still being answered. */
    status: integer('status'),
    body: text('body'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.scope, t.key] }), index('idempotency_keys_created').on(t.createdAt)],
)
