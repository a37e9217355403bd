import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { createPictureMaker } from '@market/adapters/pictures'
import { createLocalStorage } from '@market/adapters/storage'
import { createVideoReader } from '@market/adapters/videos'
import { files, pendingObjects } from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import type { Actor } from '@market/domain'
import { MAX_FILE_BYTES } from '@market/domain/codes'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditActionsOf, makeActor, testContext } from '../testing/index.ts'
import { openFile, storeFile, sweepStorage } from './index.ts'

const PDF = Buffer.from('%PDF-1.7\nthe body of a document\n%%EOF')

async function* bytes(...chunks: Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks
}

describe('files', () => {
  let database: TestDatabase
  let folder: string
  let storage: ReturnType<typeof createLocalStorage>
  let university: Actor
  let stranger: Actor

  beforeAll(async () => {
    database = await createTestDatabase()
    folder = await mkdtemp(join(tmpdir(), 'market-files-'))
    storage = createLocalStorage(folder)
    university = await makeActor(database.db, 'university', ['editor'])
    stranger = await makeActor(database.db, 'company', ['owner'])
  })
  afterAll(async () => {
    await database.drop()
    await rm(folder, { recursive: true, force: true })
  })

  const tools = () => ({ storage, pictures: createPictureMaker(), videos: createVideoReader() })

  const storedNames = async () =>
    (await readdir(folder, { recursive: true, withFileTypes: true })).filter((one) => one.isFile())

  const upload = (
    content: AsyncIterable<Uint8Array>,
    name = '说明书.pdf',
    actor: Actor | null = university,
  ) => storeFile(testContext(database.db, actor), tools(), { name, purpose: 'contract_text', content })

  it('stores a file with its digest and leaves an audit row', async () => {
    const file = await upload(bytes(PDF.subarray(0, 5), PDF.subarray(5)))
    expect(file).toMatchObject({
      organizationId: university.organizationId,
      mediaType: 'application/pdf',
      sizeBytes: PDF.byteLength,
      name: '说明书.pdf',
    })
    expect(file.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(await auditActionsOf(database.db, file.id)).toEqual(['file.upload'])
    const opened = await openFile(testContext(database.db, university), storage, file.id)
    expect(await text(opened.content)).toBe(PDF.toString())
  })

  it('judges a file by its content, not by its name', async () => {
    const script = bytes(Buffer.from('<svg onload="alert(1)"/>'))
    await expect(upload(script, 'harmless.pdf')).rejects.toMatchObject({
      kind: 'invalid',
      code: 'file.type_not_allowed',
      details: { problems: [{ path: 'file', params: { found: null } }] },
    })
  })

  it('leaves nothing behind when a file is too large or the sender goes away', async () => {
    const before = (await storedNames()).length
    const rows = (await database.db.select().from(files)).length
    const tooLarge = bytes(PDF, new Uint8Array(MAX_FILE_BYTES))
    await expect(upload(tooLarge)).rejects.toMatchObject({ code: 'file.too_large' })
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield Buffer.concat([PDF, new Uint8Array(5000)])
      throw new Error('connection lost')
    }
    await expect(upload(broken())).rejects.toThrow('connection lost')
    expect((await storedNames()).length).toBe(before)
    expect((await database.db.select().from(files)).length).toBe(rows)
  })

  it.each([
    ['listing_attachment', true],
    ['need_attachment', true],
    ['filing_material', false],
  ] as const)('draws the pictures of a %s anew: %s', async (purpose, drawn) => {
    // A picture with something else behind its end.
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    const content = bytes(png, Buffer.from('<script>alert(1)</script>'))
    const context = testContext(database.db, university)
    const file = await storeFile(context, tools(), { name: '照片.png', purpose, content })
    const opened = await openFile(context, storage, file.id)
    expect((await text(opened.content)).includes('<script>')).toBe(!drawn)
  })

  it('refuses a video of more than three minutes and keeps nothing of it', async () => {
    const mp4 = Buffer.concat([
      Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom', 'latin1'),
      Buffer.alloc(4200),
    ])
    const lasting = (durationMs: number) =>
      storeFile(
        testContext(database.db, university),
        { ...tools(), videos: { durationOf: async () => durationMs } },
        { name: '演示.mp4', purpose: 'listing_attachment', content: bytes(mp4) },
      )
    const before = (await storedNames()).length
    await expect(lasting(180_001)).rejects.toMatchObject({
      code: 'file.video_too_long',
      details: { problems: [{ params: { maxSeconds: 180, seconds: 180 } }] },
    })
    expect((await storedNames()).length).toBe(before)
    expect(await lasting(180_000)).toMatchObject({ mediaType: 'video/mp4', durationMs: 180_000 })
  })

  it('sweeps away a day later what a killed process stored and never recorded', async () => {
    const dying = {
      ...storage,
      put: async (...put: Parameters<typeof storage.put>) => {
        await storage.put(...put)
        // As a killed process: neither the record nor the cleaning up comes.
        return new Promise<never>(() => undefined)
      },
    }
    const before = (await storedNames()).length
    void storeFile(
      testContext(database.db, university),
      { ...tools(), storage: dying },
      { name: 'a.pdf', purpose: 'contract_text', content: bytes(PDF) },
    )
    await expect.poll(async () => (await storedNames()).length).toBe(before + 1)
    await upload(bytes(PDF))
    const [noted, ...others] = await database.db.select().from(pendingObjects)
    expect(others).toEqual([])
    const sweep = (hours: number) => {
      const now = new Date((noted?.begunAt.getTime() ?? 0) + hours * 3_600_000)
      return sweepStorage({ ...testContext(database.db, null), clock: { now: () => now } }, storage)
    }
    expect(await sweep(23)).toBe(0)
    expect(await sweep(25)).toBe(1)
    expect((await storedNames()).length).toBe(before + 1)
    expect(await database.db.select().from(pendingObjects)).toEqual([])
  })

  it('never sweeps away what is recorded', async () => {
    const file = await upload(bytes(PDF))
    await database.db.insert(pendingObjects).values({ storageKey: file.storageKey, begunAt: new Date(0) })
    expect(await sweepStorage(testContext(database.db, null), storage)).toBe(0)
    expect(await storage.get(file.storageKey)).not.toBeNull()
  })

  it('refuses an empty file', async () => {
    await expect(upload(bytes())).rejects.toMatchObject({ code: 'file.empty' })
  })

  it('takes file names apart that would deceive or escape', async () => {
    const file = await upload(bytes(PDF), '..\\..\\etc/\u202Egnp.exe\u0000<报告>.pdf')
    expect(file.name).toBe('gnp.exe报告.pdf')
  })

  it('refuses an upload from somebody without an organization or a session', async () => {
    const loner: Actor = { ...university, organizationId: null, organizationKind: null, roles: [] }
    await expect(upload(bytes(PDF), 'a.pdf', loner)).rejects.toMatchObject({ code: 'organization.required' })
    await expect(upload(bytes(PDF), 'a.pdf', null)).rejects.toMatchObject({ code: 'session.required' })
  })

  it('hides a file from other organizations, registrars and the public', async () => {
    const file = await upload(bytes(PDF))
    const registrar = await makeActor(database.db, 'authority', ['registrar'])
    for (const reader of [stranger, registrar, null]) {
      await expect(openFile(testContext(database.db, reader), storage, file.id)).rejects.toMatchObject({
        kind: 'not-found',
        code: 'file.not_found',
      })
    }
  })

  it('keeps the record of a file unchangeable', async () => {
    const file = await upload(bytes(PDF))
    await expect(
      database.db.update(files).set({ name: 'other.pdf' }).where(eq(files.id, file.id)),
    ).rejects.toThrow()
  })
})
