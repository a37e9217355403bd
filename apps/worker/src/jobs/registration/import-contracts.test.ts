import { createOutboxMailer } from '@market/adapters/mail'
import { createRecordFiles } from '@market/adapters/records'
import { createLocalStorage } from '@market/adapters/storage'
import { createTableFiles } from '@market/adapters/tables'
import { openOutbox } from '@market/database'
import { events, registrations } from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import { importHeader } from '@market/domain/registration'
import { idleStandingQueries } from '@market/search/testing'
import { createSeals, systemClock, systemIds, systemSecrets } from '@market/services'
import { commitImport, createImport, getImport } from '@market/services/registration'
import { makeActor, testContext } from '@market/services/testing'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deliverEvent } from '../events/deliver.ts'
import { EVENT_HANDLERS, type JobContext } from '../index.ts'

const CELLS = [
  '20180123456789',
  '蔗渣吸附材料',
  '技术开发',
  '',
  '邕州农科所',
  '',
  '0211',
  '450103',
  '某合作社',
  '',
  '170',
  '450110',
  '1000',
  '800',
  '2018-05-02',
  '',
  '',
  '2018-06-01',
  '09',
  '',
  '未涉及知识产权',
]

describe('the worker', () => {
  let database: TestDatabase
  let context: JobContext
  beforeAll(async () => {
    database = await createTestDatabase()
    context = {
      db: database.db,
      outbox: openOutbox(database.db),
      clock: systemClock,
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

  const deliver = async (type: string, subjectId: string) => {
    const [event] = await database.db
      .select()
      .from(events)
      .where(and(eq(events.type, type), eq(events.subjectId, subjectId)))
    if (!event) throw new Error(`no event ${type}`)
    await deliverEvent(context, EVENT_HANDLERS, event.id)
  }

  it('checks a file once it is uploaded and enters it once it is committed', async () => {
    const registrar = await makeActor(database.db, 'agency', ['registrar'])
    const as = testContext(database.db, registrar)
    const content = Buffer.from(
      [importHeader().slice(0, CELLS.length), CELLS].map((row) => row.join(',')).join('\n'),
    )
    const upload = { fileName: '登记.csv', format: 'csv' as const, content, source: '' }
    const { id } = await createImport(as, upload)
    await deliver('import.created', id)
    expect((await getImport(as, id)).record).toMatchObject({ state: 'checked', rowCount: 1, errorCount: 0 })
    await commitImport(as, id)
    await deliver('import.committed', id)
    await deliver('import.committed', id)
    expect((await getImport(as, id)).record).toMatchObject({ state: 'done', processedRows: 1 })
    const rows = await database.db.select().from(registrations).where(eq(registrations.importId, id))
    expect(rows).toMatchObject([{ number: '20180123456789', contractAmountFen: 100_000 }])
  })
})
