import { openDatabase } from '@market/database'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditActionsOf, makeActor } from '../testing/index.ts'
import {
  attachFile,
  editListing,
  listHistory,
  publishListing,
  readChangeFeed,
  readPendingChanges,
  releaseReview,
  setContact,
  submitListing,
  takeReview,
  withdrawListing,
} from './index.ts'
import { type Desk, FORBIDDEN, makeDesk, makeFile, NOT_FOUND, WRONG_STATE } from './testing/index.ts'

let database: TestDatabase
let desk: Desk
beforeAll(async () => {
  database = await createTestDatabase()
  desk = await makeDesk(database.db)
})
afterAll(() => database.drop())

const editor = () => desk.as(desk.editor)

const republish = async (id: string, advantageZh: string) => {
  const reviewer = desk.as(desk.reviewer)
  const [row] = await database.db.execute<{ revision: number }>(
    sql`select revision from listings where id = ${id}`,
  )
  await editListing(editor(), {
    id,
    revision: row?.revision ?? 0,
    advantageZh,
    transferModes: ['assignment'],
  })
  await submitListing(editor(), id)
  return publishListing(reviewer, { id })
}

describe('history', () => {
  it('tells everybody what each publication changed, word by word', async () => {
    const { id } = (await desk.published()).listing
    await republish(id, '成本较活性炭低五成。')
    const { items } = await listHistory(desk.as(null), { id, limit: 20 })
    expect(items.map(({ version, changes }) => [version, changes.length])).toEqual([
      [2, 2],
      [1, 0],
    ])
    const text = items[0]?.changes.find(({ kind }) => kind === 'text')
    expect(text).toEqual({
      kind: 'text',
      field: 'advantageZh',
      segments: [
        { kind: 'same', text: '成本较活性炭低' },
        { kind: 'removed', text: '四' },
        { kind: 'added', text: '五' },
        { kind: 'same', text: '成。' },
      ],
    })
  })

  it('says nothing of confidential files, and nothing of drafts', async () => {
    const { id } = (await desk.published()).listing
    const fileId = await makeFile(database.db, desk.editor)
    const secret = {
      listingId: id,
      fileId,
      titleZh: '保密工艺',
      titleEn: '',
      visibility: 'confidential' as const,
    }
    await attachFile(editor(), secret)
    const pending = await readPendingChanges(desk.as(desk.reviewer), id)
    expect(pending).toMatchObject([{ kind: 'rows', field: 'attachments', added: ['保密工艺'] }])
    await expect(readPendingChanges(desk.as(desk.stranger), id)).rejects.toMatchObject(FORBIDDEN)
    await submitListing(editor(), id)
    await publishListing(desk.as(desk.reviewer), { id })
    const { items } = await listHistory(desk.as(null), { id, limit: 1 })
    expect(items[0]).toMatchObject({ version: 2, changes: [] })
    const draft = (await desk.draft()).listing.id
    await expect(listHistory(desk.as(null), { id: draft, limit: 20 })).rejects.toMatchObject(NOT_FOUND)
  })
})

describe('change feed', () => {
  const kindsSince = async (since: number) => {
    const { items, position } = await readChangeFeed(desk.as(null), { since, limit: 100 })
    return { kinds: items.map(({ kind }) => kind), position, items }
  }

  it('tells of publications, changes and withdrawals, with tombstones', async () => {
    const { position } = await kindsSince(0)
    const { id } = (await desk.published()).listing
    await republish(id, '成本较活性炭低六成。')
    await withdrawListing(editor(), { id, reason: '' })
    const { kinds, items, position: after } = await kindsSince(position)
    expect(kinds).toEqual(['published', 'changed', 'withdrawn'])
    expect(items.at(-1)?.listing).toBeNull()
    expect(after).toBe(position + 3)
    expect((await kindsSince(after)).kinds).toEqual([])
    await expect(kindsSince(after + 1000)).rejects.toMatchObject({ code: 'changes.unknown_position' })
  })

  it('hides nothing from a reader when transactions end in another order than they began', async () => {
    const [early, late] = [(await desk.published()).listing.id, (await desk.published()).listing.id]
    const { position } = await kindsSince(0)
    const other = openDatabase(database.url, { maxConnections: 1 })
    const touch = (id: string) =>
      sql`update listings set version = version + 1, updated_at = now() where id = ${id}`
    let seen = position
    await other.db.transaction(async (tx) => {
      // Numbered first, committed last.
      await tx.execute(touch(early))
      await database.db.execute(touch(late))
      const { items, position: now } = await kindsSince(position)
      expect(items.map(({ listingId }) => listingId)).toEqual([late])
      seen = now
    })
    await other.close()
    const { items } = await kindsSince(seen)
    expect(items.map(({ listingId }) => listingId)).toEqual([early])
  })

  it('gives every change one place when many read at once', async () => {
    const { position } = await kindsSince(0)
    const ids = [(await desk.published()).listing.id, (await desk.published()).listing.id]
    const answers = await Promise.all(Array.from({ length: 6 }, () => kindsSince(position)))
    for (const { items } of answers) expect(items.map(({ listingId }) => listingId)).toEqual(ids)
  })

  it('cannot be rewritten', async () => {
    await expect(database.db.execute(sql`update listing_changes set kind = 'expired'`)).rejects.toThrow()
    await expect(database.db.execute(sql`delete from listing_changes`)).rejects.toThrow()
  })
})

describe('taking a text from the queue', () => {
  it('keeps it from other reviewers until it is given back, with audit rows', async () => {
    const { id } = (await desk.submitted()).listing
    const other = await makeActor(database.db, 'operator', ['reviewer'])
    const taken = await takeReview(desk.as(desk.reviewer), id)
    expect(taken.editing?.reviewerName).toMatch(/^测试成员/)
    await expect(takeReview(desk.as(other), id)).rejects.toMatchObject({ code: 'listing.review_taken' })
    await releaseReview(desk.as(other), id)
    await takeReview(desk.as(other), id)
    expect((await auditActionsOf(database.db, id)).slice(-3)).toEqual([
      'listing.take_review',
      'listing.release_review',
      'listing.take_review',
    ])
  })

  it('is for reviewers, and for texts that wait', async () => {
    const { id } = (await desk.draft()).listing
    await expect(takeReview(desk.as(desk.reviewer), id)).rejects.toMatchObject(WRONG_STATE)
    await expect(takeReview(desk.as(desk.editor), id)).rejects.toMatchObject(FORBIDDEN)
    await expect(takeReview(desk.as(desk.stranger), id)).rejects.toMatchObject(NOT_FOUND)
  })
})

describe('pictures and contacts', () => {
  it('asks what a public picture shows', async () => {
    const { id } = (await desk.draft()).listing
    const fileId = await makeFile(database.db, desk.editor, 'listing_attachment', 'image/png')
    const picture = { listingId: id, fileId, titleZh: '样机', titleEn: '', visibility: 'public' as const }
    await expect(attachFile(editor(), picture)).rejects.toMatchObject({
      code: 'request.invalid',
      details: { problems: [{ path: 'altZh', code: 'picture.alt_required' }] },
    })
    const view = await attachFile(editor(), { ...picture, altZh: '样机正面' })
    expect(view.attachments).toMatchObject([{ altZh: '样机正面' }])
  })

  it('takes no contact of another organization', async () => {
    const { id } = (await desk.draft()).listing
    const contactId = '0198c5a1-7d34-7000-8000-000000000001'
    await expect(setContact(editor(), { id, contactId })).rejects.toMatchObject({ code: 'request.invalid' })
    await expect(setContact(desk.as(desk.stranger), { id, contactId: null })).rejects.toMatchObject(NOT_FOUND)
    await expect(setContact(desk.as(desk.viewer), { id, contactId: null })).rejects.toMatchObject(FORBIDDEN)
  })
})
