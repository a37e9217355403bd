import { createOutboxMailer } from '@market/adapters/mail'
import { createRecordFiles } from '@market/adapters/records'
import { createLocalStorage } from '@market/adapters/storage'
import { createTableFiles } from '@market/adapters/tables'
import { openOutbox } from '@market/database'
import { events } from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import { idleStandingQueries } from '@market/search/testing'
import { createSeals, systemIds, systemSecrets } from '@market/services'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EventHandler, JobContext } from '../job-context.ts'
import { deliverEvent } from './deliver.ts'

const NOW = new Date('2026-03-01T02:00:00Z')

describe('deliverEvent', () => {
  let database: TestDatabase
  let context: JobContext

  beforeAll(async () => {
    database = await createTestDatabase()
    context = {
      db: database.db,
      outbox: openOutbox(database.db),
      clock: { now: () => NOW },
      ids: systemIds,
      seals: createSeals('a secret of thirty-two characters'),
      secrets: systemSecrets,
      mailer: createOutboxMailer('unused'),
      tables: createTableFiles(),
      storage: createLocalStorage('unused'),
      records: createRecordFiles(),
      payments: { gateway: null, publicUrl: 'https://market.example', feeBasisPoints: 0 },
      engines: [],
      standing: idleStandingQueries,
      importKeepDays: 30,
      publicUrl: 'https://market.example',
    }
  })
  afterAll(() => database.drop())

  const emit = async (type: string): Promise<string> => {
    const id = systemIds.next()
    await database.db
      .insert(events)
      .values({ id, type, subjectId: systemIds.next(), payload: { title: '结果' }, occurredAt: NOW })
    return id
  }

  const recorder = (name: string, type: string, failures = 0) => {
    const seen: unknown[] = []
    const handler: EventHandler = {
      name,
      types: [type],
      handle: async (_context, event) => {
        seen.push(event.payload)
        if (seen.length <= failures) throw new Error('engine away')
      },
    }
    return { handler, seen }
  }

  it('gives an event to the handlers of its type and records it', async () => {
    const wanted = recorder('index', 'listing.published')
    const other = recorder('mail', 'request.submitted')
    const eventId = await emit('listing.published')
    await deliverEvent(context, [wanted.handler, other.handler], eventId)
    expect(wanted.seen).toEqual([{ title: '结果' }])
    expect(other.seen).toEqual([])
    expect(await context.outbox.listDeliveries(eventId)).toEqual(['index'])
  })

  it('does not repeat a handler that has finished', async () => {
    const { handler, seen } = recorder('index', 'listing.published')
    const eventId = await emit('listing.published')
    await deliverEvent(context, [handler], eventId)
    await deliverEvent(context, [handler], eventId)
    expect(seen).toHaveLength(1)
  })

  it('fails as a whole, but lets the others finish and repeats only the one that failed', async () => {
    const failing = recorder('index', 'listing.published', 1)
    const working = recorder('mail', 'listing.published')
    const handlers = [failing.handler, working.handler]
    const eventId = await emit('listing.published')
    await expect(deliverEvent(context, handlers, eventId)).rejects.toThrow(/index failed .* engine away/)
    expect(await context.outbox.listDeliveries(eventId)).toEqual(['mail'])
    await deliverEvent(context, handlers, eventId)
    expect(failing.seen).toHaveLength(2)
    expect(working.seen).toHaveLength(1)
  })

  it('fails on an event that does not exist', async () => {
    await expect(deliverEvent(context, [], systemIds.next())).rejects.toThrow('does not exist')
  })
})
