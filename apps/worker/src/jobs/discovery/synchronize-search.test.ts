import { createRecordFiles } from '@market/adapters/records'
import { createLocalStorage } from '@market/adapters/storage'
import { createTableFiles } from '@market/adapters/tables'
import { openDatabase, openOutbox } from '@market/database'
import { events, listings } from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import { createPostgresEngine, createStandingQueries, type SearchEngine } from '@market/search'
import { systemIds, systemSecrets } from '@market/services'
import { makeActor, testContext } from '@market/services/testing'
import { eq } from 'drizzle-orm'
import { parseCrontab } from 'graphile-worker'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deliverEvent } from '../events/deliver.ts'
import { buildTaskList, CRONTAB, EVENT_HANDLERS, type JobContext } from '../index.ts'

describe('synchronizing search by events', () => {
  let database: TestDatabase
  let handle: ReturnType<typeof openDatabase>
  let engine: SearchEngine
  let context: JobContext

  beforeAll(async () => {
    database = await createTestDatabase()
    handle = openDatabase(database.url)
    engine = createPostgresEngine({ sql: handle.sql, cursorSecret: 'secret of the tests' })
    const mailer = { send: async () => {} }
    const outbox = openOutbox(handle.db)
    const { clock, ids, seals } = testContext(handle.db)
    context = {
      db: handle.db,
      outbox,
      clock,
      ids,
      seals,
      secrets: systemSecrets,
      mailer,
      tables: createTableFiles(),
      storage: createLocalStorage('unused'),
      records: createRecordFiles(),
      payments: { gateway: null, publicUrl: 'https://market.example', feeBasisPoints: 0 },
      engines: [engine],
      standing: createStandingQueries(),
      importKeepDays: 30,
      publicUrl: 'https://market.example',
    }
  })
  afterAll(async () => {
    await handle.close()
    await database.drop()
  })

  const deliver = async (type: string, subjectId: string) => {
    const id = systemIds.next()
    const occurredAt = context.clock.now()
    await context.db.insert(events).values({ id, type, subjectId, payload: {}, occurredAt })
    await deliverEvent(context, EVENT_HANDLERS, id)
  }
  const count = async (text: string): Promise<number> => {
    const query = { text, filters: {}, sort: 'relevance', limit: 1, locale: 'zh-CN', facets: [] } as const
    return (await engine.search(query)).total.value
  }

  it('adds a published listing and removes a withdrawn one', async () => {
    const owner = await makeActor(context.db, 'university')
    const [id, now] = [systemIds.next(), context.clock.now()]
    const text = { kind: 'know_how', titleZh: '桂花冷萃工艺', regionCode: '450100' } as const
    const owned = {
      organizationId: owner.organizationId,
      createdBy: owner.userId,
      createdAt: now,
      updatedAt: now,
    }
    await context.db
      .insert(listings)
      .values({ ...text, ...owned, id, state: 'published', version: 1, publishedAt: now })
    await deliver('listing.published', id)
    expect(await count('桂花')).toBe(1)
    await context.db.update(listings).set({ state: 'withdrawn' }).where(eq(listings.id, id))
    await deliver('listing.withdrawn', id)
    expect(await count('桂花')).toBe(0)
  })

  it('works the backlog off every minute', () => {
    const items = parseCrontab(CRONTAB)
    const tasks = Object.keys(buildTaskList(context))
    expect(items.map((item) => item.task).filter((task) => !tasks.includes(task))).toEqual([])
    expect(items.map((item) => item.task)).toContain('work_off_search_backlog')
  })
})
