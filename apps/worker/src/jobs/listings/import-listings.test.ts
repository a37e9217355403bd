import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { createOutboxMailer } from '@market/adapters/mail'
import { createRecordFiles } from '@market/adapters/records'
import { createLocalStorage } from '@market/adapters/storage'
import { createTableFiles } from '@market/adapters/tables'
import { openOutbox } from '@market/database'
import { events, listings } from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import { idleStandingQueries } from '@market/search/testing'
import { createSeals, systemClock, systemIds, systemSecrets } from '@market/services'
import {
  commitListingImport,
  createListingImport,
  getListingImport,
  mapListingImport,
} from '@market/services/listings'
import { makeActor, testContext } from '@market/services/testing'
import { and, asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deliverEvent } from '../events/deliver.ts'
import { EVENT_HANDLERS, type JobContext } from '../index.ts'

describe('the worker', () => {
  let database: TestDatabase
  let folder: string
  let context: JobContext
  beforeAll(async () => {
    database = await createTestDatabase()
    folder = await mkdtemp(join(tmpdir(), 'market-imports-'))
    context = {
      db: database.db,
      outbox: openOutbox(database.db),
      clock: systemClock,
      ids: systemIds,
      seals: createSeals('a secret of thirty-two characters'),
      secrets: systemSecrets,
      mailer: createOutboxMailer('unused'),
      tables: createTableFiles(),
      storage: createLocalStorage(folder),
      records: createRecordFiles(),
      payments: { gateway: null, publicUrl: 'https://market.example', feeBasisPoints: 0 },
      engines: [],
      standing: idleStandingQueries,
      importKeepDays: 30,
      publicUrl: 'https://market.example',
    }
  })
  afterAll(async () => {
    await database.drop()
    await rm(folder, { recursive: true })
  })

  /** Everything that was told of an import so far, once more: a message may come twice. */
  const deliver = async (subjectId: string) => {
    const told = await database.db
      .select()
      .from(events)
      .where(and(eq(events.type, 'listing_import.waiting'), eq(events.subjectId, subjectId)))
      .orderBy(asc(events.id))
    expect(told.length).toBeGreaterThan(0)
    for (const { id } of told) await deliverEvent(context, EVENT_HANDLERS, id)
  }

  it('reads, checks and drafts what is handed in, and makes nothing twice', async () => {
    const editor = await makeActor(database.db, 'university', ['editor'])
    const as = { ...testContext(database.db, editor), clock: systemClock }
    const content = Readable.from([Buffer.from('名称,专利号\n蔗渣吸附材料,202310000001.5\n')])
    const { id } = await createListingImport(as, context, { fileName: '成果.csv', content })
    await deliver(id)
    const { mapping } = (await getListingImport(as, id)).record
    if (!mapping) throw new Error('not mapped')
    await mapListingImport(as, { id, mapping })
    await deliver(id)
    expect((await getListingImport(as, id)).record).toMatchObject({ state: 'checked', readyCount: 1 })
    await commitListingImport(as, id)
    await deliver(id)
    await deliver(id)
    expect((await getListingImport(as, id)).record).toMatchObject({ state: 'done', draftCount: 1 })
    const drafts = await database.db
      .select()
      .from(listings)
      .where(eq(listings.organizationId, editor.organizationId))
    expect(drafts).toMatchObject([{ titleZh: '蔗渣吸附材料', state: 'draft' }])
  })
})
