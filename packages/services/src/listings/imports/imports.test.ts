import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { createRecordFiles } from '@market/adapters/records'
import { createLocalStorage, type FileStorage } from '@market/adapters/storage'
import { listingImportRows, listingImports, listingRights, listings, rights } from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import type { Actor } from '@market/domain'
import { type ListingImportMapping, MAX_LISTING_IMPORT_BYTES } from '@market/domain/listings'
import { type FixedClock, fixedClock } from '@market/domain/testing'
import { asc, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { verifyAuditChain } from '../../audit/index.ts'
import { auditActionsOf, makeActor, makeMember, testContext } from '../../testing/index.ts'
import {
  cancelListingImport,
  commitListingImport,
  createListing,
  createListingImport,
  decideRepairs,
  editListing,
  forgetAbandonedImports,
  getListingImport,
  type ImportWorkContext,
  listListingImportProblems,
  listListingImports,
  mapListingImport,
  reportListingImport,
  workOnListingImports,
} from '../index.ts'

type Member = Actor & { organizationId: string }
let test: TestDatabase
let folder: string
let storage: FileStorage
let clock: FixedClock
let editor: Member
let viewer: Member
let stranger: Member
let worker: ImportWorkContext
const records = createRecordFiles()

beforeAll(async () => {
  test = await createTestDatabase()
  folder = await mkdtemp(join(tmpdir(), 'market-imports-'))
  storage = createLocalStorage(folder)
})
beforeEach(async () => {
  clock = fixedClock('2026-03-02T02:00:00Z')
  editor = await makeActor(test.db, 'university', ['editor'])
  viewer = await makeMember(test.db, editor.organizationId, ['viewer'])
  stranger = await makeActor(test.db, 'institute', ['editor'])
  worker = { ...as(null), storage, records }
})
afterAll(async () => {
  await test.drop()
  await rm(folder, { recursive: true })
})

const as = (actor: Actor | null) => testContext(test.db, actor, clock)
const upload = async (content: string | Uint8Array, actor: Actor = editor, fileName = '成果.csv') => {
  const input = { fileName, content: Readable.from([Buffer.from(content)]) }
  return (await createListingImport(as(actor), { storage, records }, input)).id
}
const work = () => workOnListingImports(worker)
const view = (id: string) => getListingImport(as(editor), id)
const mappingOf = async (id: string): Promise<ListingImportMapping> => {
  const { mapping } = (await view(id)).record
  if (!mapping) throw new Error('not mapped')
  return mapping
}
const checked = async (content: string | Uint8Array, change: Partial<ListingImportMapping> = {}) => {
  const id = await upload(content)
  await work()
  await mapListingImport(as(editor), { id, mapping: { ...(await mappingOf(id)), ...change } })
  await work()
  return id
}
const problemsOf = async (id: string) => {
  const { items } = await listListingImportProblems(as(editor), { id, limit: 100 })
  return items.map(({ row, through, code, decision }) => [row, through, code, decision])
}
/** Until a connection of this database waits for another's row. */
const waitsForLock = async () => {
  const waiting = sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  while ((await test.db.execute(waiting)).length === 0);
}
const draftsOf = (owner: Member = editor) =>
  test.db
    .select()
    .from(listings)
    .where(eq(listings.organizationId, owner.organizationId))
    .orderBy(asc(listings.titleZh))

const DIRTY = [
  '名称,专利号,申请日,专利权人',
  '甲吸附材料,ZL202310000001.5,2023-01-03,邕州大学',
  ',,,',
  ',,,',
  '乙方法,２０２１２１２３４５６７．７,2021-03-04,邕州大学',
  '丙装置,202430654321.5,2024年5月6日,邕州大学',
  '甲吸附材料,202310000001.5,2023-01-03,邕州大学',
  ',202210012345.3,2022-01-01,邕州大学',
].join('\r\n')

describe('an import of listings', () => {
  it('goes from file to drafts, leaving out what nobody put right, each step in the trail', async () => {
    const id = await upload(DIRTY)
    expect((await view(id)).record).toMatchObject({ state: 'reading', format: 'csv' })
    await work()
    const read = await view(id)
    expect(read.record).toMatchObject({
      state: 'mapping',
      rowCount: 5,
      emptyRows: 2,
      mappingRemembered: false,
    })
    expect(read.record.mapping?.columns).toMatchObject({
      名称: 'title',
      专利号: 'number',
      专利权人: 'owners',
    })
    expect(read.preview[0]?.raw.名称).toBe('甲吸附材料')
    await mapListingImport(as(editor), { id, mapping: await mappingOf(id) })
    await work()
    expect(await problemsOf(id)).toEqual([
      [3, 4, 'row.empty', 'open'],
      [5, 5, 'cell.full_width', 'accepted'],
      [6, 6, 'date.other_form', 'accepted'],
      [6, 6, 'number.wrong_check_digit', 'open'],
      [7, 7, 'same.in_file', 'open'],
      [8, 8, 'title.missing', 'open'],
    ])
    expect((await view(id)).record.readyCount).toBe(2)
    expect((await view(id)).kinds).toContainEqual({
      code: 'number.wrong_check_digit',
      severity: 'error',
      repair: 'replace',
      rows: 1,
      accepted: 0,
    })
    await decideRepairs(as(editor), { id, decision: 'accepted', code: 'number.wrong_check_digit' })
    await commitListingImport(as(editor), id)
    await work()
    expect((await view(id)).record).toMatchObject({ state: 'done', draftCount: 3 })
    const drafts = await draftsOf()
    expect(drafts).toHaveLength(3)
    expect(drafts.map(({ titleZh, state }) => [titleZh, state])).toEqual(
      expect.arrayContaining([
        ['甲吸附材料', 'draft'],
        ['乙方法', 'draft'],
        ['丙装置', 'draft'],
      ]),
    )
    const stored = await test.db.select().from(rights).where(eq(rights.organizationId, editor.organizationId))
    expect(stored.map(({ number }) => number).toSorted()).toEqual([
      '202121234567.7',
      '202310000001.5',
      '202430654321.8',
    ])
    expect(await auditActionsOf(test.db, drafts[0]?.id ?? '')).toEqual(['listing.create'])
    expect(await auditActionsOf(test.db, id)).toEqual([
      'listing_import.create',
      'listing_import.read',
      'listing_import.map',
      'listing_import.check',
      'listing_import.repair',
      'listing_import.commit',
      'listing_import.run',
    ])
    expect(await verifyAuditChain(test.db)).toMatchObject({ whole: true })
    const report: string[][] = []
    for await (const line of reportListingImport(as(editor), id)) report.push(line)
    expect(report.map(([row]) => row)).toEqual(['行', '3–4', '5', '6', '6', '7', '8'])
  })

  it('reads several columns of one list in the order of the file', async () => {
    const columns = { 名称: 'title', 专利号: 'number', 甲: 'inventors', 乙: 'inventors' } as const
    const id = await checked('名称,专利号,甲,乙\n蔗渣,202310000001.5,张三,李四\n', { columns })
    const [row] = await test.db.select().from(listingImportRows).where(eq(listingImportRows.importId, id))
    expect(row?.draft?.rights[0]?.inventorNames).toEqual(['张三', '李四'])
  })

  it('remembers how its organization mapped the same columns, and nobody else', async () => {
    await checked('A,B\n1,甲\n', { columns: { B: 'title' } })
    const again = await upload('B,A\n乙,2\n')
    await work()
    expect((await view(again)).record).toMatchObject({
      mappingRemembered: true,
      mapping: { columns: { B: 'title' } },
    })
    const other = await upload('A,B\n1,甲\n', stranger)
    await work()
    expect((await getListingImport(as(stranger), other)).record).toMatchObject({ mappingRemembered: false })
  })

  it('names what the market has already: one’s own as an error to decide on, another’s as a notice', async () => {
    await createListing(as(editor), { kind: 'research_result', titleZh: '丁  成果' })
    const first = await checked(DIRTY)
    await commitListingImport(as(editor), first)
    await work()
    const again = await checked('名称,专利号\n甲,202310000001.5\n丁成果,\n戊,\n')
    expect(await problemsOf(again)).toEqual([
      [2, 2, 'same.own_listing', 'open'],
      [3, 3, 'same.own_listing', 'open'],
    ])
    await decideRepairs(as(editor), { id: again, decision: 'accepted', row: 2 })
    expect((await view(again)).record.readyCount).toBe(2)
  })

  const publicationsAfter = async (content: string) => {
    const id = await checked(content)
    await decideRepairs(as(editor), { id, decision: 'accepted' }).catch(() => undefined)
    await commitListingImport(as(editor), id)
    await work()
    const stored = await test.db
      .select()
      .from(rights)
      .where(eq(rights.organizationId, editor.organizationId))
      .orderBy(asc(rights.number))
    return stored.map(({ publicationNumber, publishedOn }) => [publicationNumber, publishedOn])
  }

  it('keeps the number a right was published under, and the day, in its record', async () => {
    const rows = [
      '名称,专利号,申请日,公开号,公开日,专利权人',
      '甲,202310000001.5,2023-01-03,CN 115000001 A,2023-07-04,邕州大学',
      '乙,202310000002.X,2023-01-03,,2023年7月5日,邕州大学',
      '丙,202310000003.4,2023-01-03,,,邕州大学',
    ]
    expect(await publicationsAfter(rows.join('\n'))).toEqual([
      ['CN115000001A', '2023-07-04'],
      [null, '2023-07-05'],
      [null, null],
    ])
  })

  it('leaves the publication that a record names already, and puts no day beside another number', async () => {
    const head = '名称,专利类型,专利号,申请日,公开号,公开日,专利权人'
    const row = (title: string, publication: string) =>
      `${head}\n${title},专利申请,202310000001.5,2023-01-03,${publication},邕州大学\n`
    expect(await publicationsAfter(row('甲', 'CN115000001A,'))).toEqual([['CN115000001A', null]])
    expect(await publicationsAfter(row('乙', 'CN115000009A,2025-02-11'))).toEqual([['CN115000001A', null]])
    expect(await publicationsAfter(row('丙', ',2025-02-11'))).toEqual([['CN115000001A', null]])
    const day = [['CN115000001A', '2023-07-04']]
    expect(await publicationsAfter(row('丁', 'CN115000001A,2023-07-04'))).toEqual(day)
    expect(await publicationsAfter(row('戊', 'CN115000001A,2024-08-05'))).toEqual(day)
  })

  it('tells the history of an older record what an import has filled in', async () => {
    const head = '名称,专利类型,专利号,申请日,公开号,公开日,专利权人'
    const row = (title: string, publication: string) =>
      `${head}\n${title},专利申请,202310000001.5,2023-01-03,${publication},邕州大学\n`
    await publicationsAfter(row('甲', ','))
    const [right] = await test.db
      .select()
      .from(rights)
      .where(eq(rights.organizationId, editor.organizationId))
    const before = await auditActionsOf(test.db, right?.id ?? '')
    clock.advance(60_000)
    expect(await publicationsAfter(row('乙', 'CN115000001A,2023-07-04'))).toEqual([
      ['CN115000001A', '2023-07-04'],
    ])
    expect(await auditActionsOf(test.db, right?.id ?? '')).toEqual([...before, 'right.edit'])
    await publicationsAfter(row('丙', 'CN115000001A,2023-07-04'))
    expect(await auditActionsOf(test.db, right?.id ?? '')).toHaveLength(before.length + 1)
    expect(await verifyAuditChain(test.db)).toMatchObject({ whole: true })
  })

  it('makes one right of a number that several rows name, with what the last of them says', async () => {
    const id = await checked(
      '名称,专利号,专利权人\n甲,202310000001.5,邕州大学\n乙,202310000001.5,邕州大学；南宁某公司\n',
    )
    await decideRepairs(as(editor), { id, decision: 'accepted' })
    await commitListingImport(as(editor), id)
    await work()
    expect((await view(id)).record).toMatchObject({ state: 'done', draftCount: 2 })
    const stored = await test.db.select().from(rights).where(eq(rights.organizationId, editor.organizationId))
    expect(stored).toMatchObject([{ number: '202310000001.5', ownerNames: ['邕州大学', '南宁某公司'] }])
    const offers = await test.db
      .select()
      .from(listingRights)
      .where(eq(listingRights.rightId, stored[0]?.id ?? ''))
    expect(offers).toHaveLength(2)
  })

  it('can be refused repairs again, and mapped anew', async () => {
    const id = await checked('名称,专利号\n甲,ZL ２０２３１００００００１．５\n')
    expect((await view(id)).record.readyCount).toBe(1)
    await decideRepairs(as(editor), { id, decision: 'rejected', code: 'cell.full_width' })
    expect((await view(id)).record.readyCount).toBe(0)
    await expect(commitListingImport(as(editor), id)).rejects.toMatchObject({
      code: 'listing_import.nothing_ready',
    })
    await mapListingImport(as(editor), {
      id,
      mapping: { ...(await mappingOf(id)), columns: { 名称: 'title' } },
    })
    await work()
    expect(await problemsOf(id)).toEqual([])
  })

  it.each([
    ['UTF-8', Buffer.from('名称\n甲材料\n乙'), Buffer.from('方法\n')],
    ['GB18030', Buffer.from('c3fbb3c60abcd70ad2d2', 'hex'), Buffer.from('b7bdb7a80a', 'hex')],
  ])('names the row in which a file in %s is broken', async (_, before, after) => {
    const id = await upload(Buffer.concat([before, Buffer.from([0xff, 0xff]), after]))
    await work()
    expect((await view(id)).record).toMatchObject({
      state: 'failed',
      failureCode: 'listing_import.file_encoding',
      failureRow: 3,
    })
  })

  it('names a line that cannot be read with its reason and what stands there, also in the report', async () => {
    const id = await checked('{"title":"甲"}\n{"title": 乙}\n')
    const { items } = await listListingImportProblems(as(editor), { id, limit: 5 })
    expect(items).toMatchObject([
      { row: 2, code: 'row.unreadable', params: { reason: 'not_json', found: '{"title": 乙}' } },
    ])
    const report: string[][] = []
    for await (const line of reportListingImport(as(editor), id)) report.push(line)
    expect(report[1]?.[4]).toBe('不是完整的 JSON 对象: {"title": 乙}')
  })

  it('says before a number is given up that the draft will not keep it, and keeps a publication’s', async () => {
    const id = await checked('名称,专利号\n甲,3358/DELNP/2010\n乙,US 10123456 B2\n')
    const report: string[][] = []
    for await (const line of reportListingImport(as(editor), id)) report.push(line)
    expect(report.map((line) => [line[3], line[5]])).toEqual([
      ['问题', '建议'],
      ['不是中国专利号', '留空，草稿里不保留这个号码'],
      ['这是公开号，已记为公开（公告）号', ''],
    ])
    await commitListingImport(as(editor), id)
    await work()
    const kept = await test.db
      .select({ number: rights.number, publication: rights.publicationNumber })
      .from(rights)
    expect(kept).toContainEqual({ number: null, publication: 'US10123456B2' })
  })

  it.each([
    ['empty.csv', '名称,专利号\n', 'listing_import.file_no_records'],
    ['bomb.xml', '<!DOCTYPE r [<!ENTITY a "b">]><r/>', 'listing_import.file_entities'],
    ['cut.json', '[{"title":"甲"},{', 'listing_import.file_damaged'],
  ])('fails on %s with the reason', async (name, content, failureCode) => {
    const id = await upload(content, editor, name)
    await work()
    expect((await view(id)).record).toMatchObject({ state: 'failed', failureCode })
    await expect(upload('')).rejects.toMatchObject({ code: 'file.empty' })
  })

  const zipOf = (name: string) => {
    const head = Buffer.alloc(30)
    head.write('PK\u0003\u0004\u0014', 'latin1')
    head.writeUInt16LE(name.length, 26)
    return Buffer.concat([head, Buffer.from(name), Buffer.alloc(200)])
  }
  const PNG = Buffer.from('89504e470d0a1a0a0000000d494844520000000100000001080600000', 'hex')

  it.each([
    ['picture', PNG],
    ['pdf', '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\n'],
    ['archive', zipOf('成果/一.csv')],
    ['old_office', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])],
    ['old_office', '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?><Workbook/>'],
    ['document', '{\\rtf1\\ansi {名称}}'],
    ['web_page', '\ufeff<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table></table></html>'],
    ['unmarked_utf16', Buffer.from('title,number,owner\n', 'utf16le')],
    ['unmarked_utf16', Buffer.from('名称,申请号\n一种甘蔗收割装置,202310000011.9\n', 'utf16le').swap16()],
    ['binary', Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 37) % 256))],
  ])(
    'is refused at once where the file is %s, whatever its name, and nothing is stored',
    async (what, content) => {
      const before = await readdir(folder, { recursive: true })
      await expect(upload(content, editor, '成果.csv')).rejects.toMatchObject({
        kind: 'invalid',
        code: `listing_import.is_${what}`,
        details: { problems: [{ path: 'file', params: { fileName: '成果.csv' } }] },
      })
      expect(await readdir(folder, { recursive: true })).toEqual(before)
      expect((await listListingImports(as(editor), { limit: 5 })).items).toEqual([])
    },
  )

  it.each([
    ['a name that pictures begin with', 'BM,名称\n1,甲\n'],
    ['a stray hidden character', `名称\n甲\u0000${'乙'.repeat(40)}\n`],
    ['UTF-16 with its mark', Buffer.from('\ufefftitle,number\nA,1\n', 'utf16le')],
    ['a workbook begun in its own order', zipOf('xl/worksheets/sheet1.xml')],
  ])('is taken with %s', async (_, content) => {
    const id = await upload(content)
    expect((await view(id)).record.state).toBe('reading')
    await work()
  })

  it('is refused beyond its size, which the refusal names', async () => {
    const content = (function* () {
      for (let size = 0; size <= MAX_LISTING_IMPORT_BYTES; size += 2 ** 20)
        yield Buffer.alloc(2 ** 20, 'a,b\n')
    })()
    const input = { fileName: '成果.csv', content: Readable.from(content) }
    await expect(createListingImport(as(editor), { storage, records }, input)).rejects.toMatchObject({
      code: 'listing_import.too_large',
      details: { problems: [{ params: { maxBytes: MAX_LISTING_IMPORT_BYTES } }] },
    })
  })
})

describe('after a crash', () => {
  const FILE = ['名称', ...Array.from({ length: 250 }, (_, index) => `成果第${index}号`)].join('\n')
  /** A worker that dies when it has noted its work so many times. */
  const dying = (times: number): ImportWorkContext => {
    let left = times
    const now = () => {
      left -= 1
      if (left < 0) throw new Error('killed')
      return clock.now()
    }
    return { ...worker, clock: { now } }
  }

  it('every step goes on to the end once the lease has run out, and nothing is made twice', async () => {
    const id = await upload(FILE)
    for (let life = 2; life < 9; life += 1) {
      await workOnListingImports(dying(life)).catch(() => undefined)
      clock.advance(60_000)
    }
    await work()
    await mapListingImport(as(editor), {
      id,
      mapping: { ...(await mappingOf(id)), columns: { 名称: 'title' } },
    })
    await workOnListingImports(dying(3)).catch(() => undefined)
    clock.advance(60_000)
    await work()
    await commitListingImport(as(editor), id)
    await workOnListingImports(dying(6)).catch(() => undefined)
    const between = (await view(id)).record
    expect(between.state).toBe('running')
    expect(await draftsOf()).toHaveLength(between.draftCount)
    clock.advance(60_000)
    await work()
    expect((await view(id)).record).toMatchObject({ state: 'done', draftCount: 250 })
    const titles = (await draftsOf()).map(({ titleZh }) => titleZh)
    expect(new Set(titles).size).toBe(250)
    expect(titles).toHaveLength(250)
  })

  it('a cancelled import leaves no draft but those somebody has worked on', async () => {
    const id = await checked(FILE)
    await commitListingImport(as(editor), id)
    await workOnListingImports(dying(6)).catch(() => undefined)
    const [kept] = await draftsOf()
    await editListing(as(editor), { id: kept?.id ?? '', revision: 1, summaryZh: '已动手' })
    await cancelListingImport(as(editor), id)
    clock.advance(60_000)
    await work()
    expect((await view(id)).record.state).toBe('cancelled')
    expect((await draftsOf()).map(({ id: left }) => left)).toEqual([kept?.id])
    const staged = await test.db.select().from(listingImportRows).where(eq(listingImportRows.importId, id))
    expect(staged).toEqual([])
    expect(await storage.get((await view(id)).record.storageKey)).toBeNull()
  })
})

describe('a lease', () => {
  const BEAT_MS = 5000
  const LEASE_MS = 15_000
  const FILE = ['名称', ...Array.from({ length: 600 }, (_, index) => `成果第${index}号`)].join('\n')
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    return () => vi.useRealTimers()
  })

  /** A worker that has taken an import on and comes to its file only when `goOn` is called. */
  const reading = async (id: string) => {
    const { promise: gate, resolve: goOn } = Promise.withResolvers<void>()
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
    async function* read(...asked: Parameters<typeof records.read>) {
      begin()
      await gate
      yield* records.read(...asked)
    }
    const working = workOnListingImports({ ...worker, records: { ...records, read } })
    await begun
    expect((await view(id)).record.leaseId).not.toBeNull()
    return { goOn, working }
  }
  const leasedFor = async (id: string) => {
    const { leasedUntil } = listingImports
    const [row] = await test.db.select({ leasedUntil }).from(listingImports).where(eq(listingImports.id, id))
    return (row?.leasedUntil?.getTime() ?? 0) - clock.now().getTime()
  }
  const beat = async (id: string) => {
    clock.advance(BEAT_MS)
    vi.advanceTimersByTime(BEAT_MS)
    while (vi.getTimerCount() > 0 && (await leasedFor(id)) < LEASE_MS);
    // What the database has kept, the worker is told by the time of the next answer.
    await leasedFor(id)
    await setImmediate()
  }
  const looks = async () =>
    (await test.db.execute(sql`select run_at from graphile_worker.jobs where key = 'listing_imports'`)).length
  const isLookedAt = () =>
    test.db.execute(sql`select graphile_worker.remove_job('listing_imports')`).then(() => undefined)
  const staged = (id: string) =>
    test.db.select().from(listingImportRows).where(eq(listingImportRows.importId, id))

  it('is kept while the work goes on, so that nobody else does it', async () => {
    const id = await upload(FILE)
    const { goOn, working } = await reading(id)
    const { leaseId } = (await view(id)).record
    for (let beats = 0; beats < 6; beats += 1) {
      await beat(id)
      await work()
      expect((await view(id)).record).toMatchObject({ state: 'reading', leaseId, attempts: 1, lastRow: 0 })
    }
    goOn()
    await working
    expect((await view(id)).record).toMatchObject({ state: 'mapping', rowCount: 600, leaseId: null })
    expect(vi.getTimerCount()).toBe(0)
  })

  it('of a killed worker runs out in time for the look that it put into the queue', async () => {
    const id = await upload(FILE)
    await isLookedAt()
    const { goOn, working } = await reading(id)
    expect(await looks()).toBe(1)
    vi.clearAllTimers()
    await isLookedAt()
    clock.advance(LEASE_MS)
    await work()
    expect((await view(id)).record).toMatchObject({ state: 'reading', attempts: 1 })
    expect(await looks()).toBe(1)
    clock.advance(1)
    await work()
    expect((await view(id)).record).toMatchObject({ state: 'mapping', rowCount: 600 })
    goOn()
    await working
    expect((await view(id)).record).toMatchObject({ state: 'mapping', rowCount: 600 })
    expect(await staged(id)).toHaveLength(600)
    expect((await auditActionsOf(test.db, id)).filter((action) => action === 'listing_import.read')).toEqual([
      'listing_import.read',
    ])
  })

  it('is kept no longer when the work hangs', async () => {
    const id = await upload(FILE)
    const { goOn, working } = await reading(id)
    for (let beats = 0; beats < 120; beats += 1) await beat(id)
    expect(await leasedFor(id)).toBe(LEASE_MS)
    await beat(id)
    expect(await leasedFor(id)).toBe(LEASE_MS - BEAT_MS)
    clock.advance(LEASE_MS)
    await work()
    expect((await view(id)).record.state).toBe('mapping')
    goOn()
    await working
  })

  it('that ran out is not taken from whoever was about to keep it', async () => {
    const id = await upload(FILE)
    const { goOn, working } = await reading(id)
    clock.advance(LEASE_MS + 1)
    const { promise: kept, resolve: keep } = Promise.withResolvers<void>()
    const { promise: held, resolve: hold } = Promise.withResolvers<void>()
    const keeping = test.db.transaction(async (tx) => {
      const leasedUntil = new Date(clock.now().getTime() + LEASE_MS)
      await tx.update(listingImports).set({ leasedUntil }).where(eq(listingImports.id, id))
      hold()
      await kept
    })
    await held
    const other = work()
    await waitsForLock()
    keep()
    await keeping
    await other
    expect((await view(id)).record).toMatchObject({ state: 'reading', attempts: 1 })
    goOn()
    await working
    expect((await view(id)).record.state).toBe('mapping')
  })
})

describe('an import nobody goes on with', () => {
  const DAYS = 30
  const forget = () => forgetAbandonedImports(as(null), DAYS)

  it('is forgotten after so many days with its rows and its file, and says so in the trail', async () => {
    const waiting = await checked(DIRTY)
    const failed = await upload('名称\n', editor, 'empty.csv')
    const made = await checked('名称\n将成为成果的一行\n')
    await commitListingImport(as(editor), made)
    await work()
    const states = async () =>
      Promise.all([waiting, failed, made].map(async (id) => (await view(id)).record.state))
    clock.advance(DAYS * 24 * 60 * 60 * 1000)
    await forget()
    expect(await states()).toEqual(['checked', 'failed', 'done'])
    clock.advance(1)
    expect(await forget()).toBeGreaterThanOrEqual(2)
    expect(await states()).toEqual(['cancelling', 'cancelling', 'done'])
    expect(await forget()).toBe(0)
    await work()
    for (const id of [waiting, failed]) {
      const { record } = await view(id)
      expect(record.state).toBe('cancelled')
      expect(await storage.get(record.storageKey)).toBeNull()
      expect(
        await test.db.select().from(listingImportRows).where(eq(listingImportRows.importId, id)),
      ).toEqual([])
      expect((await auditActionsOf(test.db, id)).slice(-2)).toEqual([
        'listing_import.abandon',
        'listing_import.stop',
      ])
    }
    expect((await view(failed)).record.failureCode).toBe('listing_import.file_no_records')
    expect((await view(made)).record.state).toBe('done')
    expect((await draftsOf()).map(({ titleZh }) => titleZh)).toEqual(['将成为成果的一行'])
  })
})

describe('others', () => {
  const NOT_FOUND = { kind: 'not-found', code: 'listing_import.not_found' }
  const WRONG_STATE = { kind: 'conflict', code: 'listing_import.wrong_state' }
  const FORBIDDEN = { kind: 'forbidden' }

  it('see nothing of it, and may do nothing to it; members without the role may look', async () => {
    const id = await checked(DIRTY)
    const mapping = await mappingOf(id)
    const verbs = (actor: Actor) => [
      () => mapListingImport(as(actor), { id, mapping }),
      () => decideRepairs(as(actor), { id, decision: 'accepted' }),
      () => commitListingImport(as(actor), id),
      () => cancelListingImport(as(actor), id),
    ]
    for (const verb of verbs(stranger)) await expect(verb()).rejects.toMatchObject(NOT_FOUND)
    for (const verb of verbs(viewer)) await expect(verb()).rejects.toMatchObject(FORBIDDEN)
    await expect(getListingImport(as(stranger), id)).rejects.toMatchObject(NOT_FOUND)
    await expect(listListingImportProblems(as(stranger), { id, limit: 5 })).rejects.toMatchObject(NOT_FOUND)
    await expect(upload(DIRTY, viewer)).rejects.toMatchObject(FORBIDDEN)
    expect((await getListingImport(as(viewer), id)).actions).toEqual([])
    expect((await listListingImports(as(stranger), { limit: 5 })).items).toEqual([])
    expect((await listListingImports(as(viewer), { limit: 5 })).items).toHaveLength(1)
    await cancelListingImport(as(editor), id)
    await work()
  })

  it('leave nothing behind of an upload that breaks off, or that their organization may not make', async () => {
    async function* broken() {
      yield Buffer.from('名称\n甲')
      throw new Error('connection lost')
    }
    const kept = async () => {
      const all = await readdir(folder, { recursive: true, withFileTypes: true })
      return all.filter((entry) => entry.isFile()).map(({ name }) => name)
    }
    const before = await kept()
    const input = { fileName: '成果.csv', content: broken() }
    await expect(createListingImport(as(editor), { storage, records }, input)).rejects.toThrow(
      'connection lost',
    )
    const authority = await makeActor(test.db, 'authority', ['editor'])
    await expect(upload(DIRTY, authority)).rejects.toMatchObject(FORBIDDEN)
    expect((await listListingImports(as(editor), { limit: 5 })).items).toEqual([])
    expect(await kept()).toEqual(before)
  })

  it('are refused what its state does not allow', async () => {
    const id = await upload(DIRTY)
    await expect(commitListingImport(as(editor), id)).rejects.toMatchObject(WRONG_STATE)
    await expect(decideRepairs(as(editor), { id, decision: 'accepted' })).rejects.toMatchObject(WRONG_STATE)
    await cancelListingImport(as(editor), id)
    await work()
    await expect(cancelListingImport(as(editor), id)).rejects.toMatchObject(WRONG_STATE)
    const mapping = {
      columns: {},
      kind: 'know_how',
      dateForm: 'iso',
      priceUnit: 'yuan',
      technicalField: null,
      planIndustry: null,
    } as const
    await expect(mapListingImport(as(editor), { id, mapping })).rejects.toMatchObject(WRONG_STATE)
  })
})
