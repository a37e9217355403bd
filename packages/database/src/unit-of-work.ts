import type { Actor, Clock, IdSource } from '@market/domain'
import { sql } from 'drizzle-orm'
import { type AuditRecord, appendAudit } from './audit-chain.ts'
import type { Database, Transaction } from './client.ts'
import { isRetryable } from './errors.ts'
import { events } from './schema/index.ts'

export interface WorkContext {
  db: Database
  clock: Clock
  ids: IdSource
  actor: Actor | null
  requestId: string
}

export interface OutboxEvent {
  type: string
  subjectId: string
  payload?: Record<string, unknown>
}

export interface UnitOfWork {
  tx: Transaction
  /** The instant of the whole unit of work. */
  now: Date
  /** Notes what was done; written as the last step before the commit. */
  audit(record: AuditRecord): void
  /** Tells the worker what happened, if and only if the transaction commits. */
  emit(event: OutboxEvent): void
}

const ATTEMPTS = 3

const writeEvents = async (
  context: WorkContext,
  tx: Transaction,
  now: Date,
  outbox: readonly OutboxEvent[],
) => {
  for (const { type, subjectId, payload = {} } of outbox) {
    const id = context.ids.next()
    await tx.insert(events).values({ id, type, subjectId, payload, occurredAt: now })
    await tx.execute(
      sql`select graphile_worker.add_job('deliver', json_build_object('eventId', ${id}::text))`,
    )
  }
}

const runOnce = <T>(context: WorkContext, work: (unit: UnitOfWork) => Promise<T>): Promise<T> =>
  context.db.transaction(async (tx) => {
    const now = context.clock.now()
    const records: AuditRecord[] = []
    const outbox: OutboxEvent[] = []
    const result = await work({
      tx,
      now,
      audit: (record) => records.push(record),
      emit: (event) => outbox.push(event),
    })
    if (records.length === 0) throw new Error('A unit of work must leave an audit row.')
    await writeEvents(context, tx, now, outbox)
    const origin = {
      at: now,
      actorUserId: context.actor?.userId ?? null,
      actorOrganizationId: context.actor?.organizationId ?? null,
      requestId: context.requestId,
    }
    await appendAudit(tx, origin, records)
    return result
  })

/**
 * One transaction with its audit rows and outbox events, or nothing at all. A deadlock is tried again, so
 * `work` must do nothing outside the transaction: no mail, no charge, no HTTP call.
 */
export const inUnitOfWork = async <T>(
  context: WorkContext,
  work: (unit: UnitOfWork) => Promise<T>,
): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await runOnce(context, work)
    } catch (error) {
      if (attempt === ATTEMPTS || !isRetryable(error)) throw error
    }
  }
}
