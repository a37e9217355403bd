import { inUnitOfWork } from '@market/database'
import { rights as rightsTable } from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditActionsOf } from '../testing/index.ts'
import {
  attachFile,
  beginNegotiation,
  detachFile,
  discardChanges,
  editListing,
  getListing,
  listReviewQueue,
  listVersions,
  publishListing,
  returnListing,
  submitListing,
} from './index.ts'
import {
  completeListing,
  type Desk,
  FORBIDDEN,
  makeDesk,
  makeFile,
  NOT_FOUND,
  patentRight,
  WRONG_STATE,
} from './testing/index.ts'

let database: TestDatabase
let editor: Desk['editor']
let viewer: Desk['viewer']
let stranger: Desk['stranger']
let reviewer: Desk['reviewer']
let as: Desk['as']
let draft: Desk['draft']
let submitted: Desk['submitted']
let published: Desk['published']
let eventTypes: Desk['eventTypes']

beforeAll(async () => {
  database = await createTestDatabase()
  ;({ editor, viewer, stranger, reviewer, as, draft, submitted, published, eventTypes } = await makeDesk(
    database.db,
  ))
})
afterAll(() => database.drop())

describe('changing a public listing', () => {
  it('leaves the public text alone until a reviewer agrees', async () => {
    const { listing } = await published()
    const { id } = listing
    const right = { ...patentRight(), inventorNames: ['韦一'] }
    const edited = await editListing(as(editor), {
      id,
      revision: 1,
      titleZh: '改进的吸附材料',
      rights: [right],
    })
    expect(edited).toMatchObject({
      listing: { state: 'published', changesState: 'draft', titleZh: completeListing().titleZh },
      content: { titleZh: '改进的吸附材料', rights: [{ inventorNames: ['韦一'] }] },
    })
    const open = () => getListing(as(null), { id, view: 'working' })
    expect((await open()).content.titleZh).toBe(completeListing().titleZh)
    expect((await getListing(as(editor), { id, view: 'public' })).content.titleZh).toBe(
      completeListing().titleZh,
    )
    expect((await getListing(as(editor), { id, view: 'preview' })).content.titleZh).toBe('改进的吸附材料')
    await submitListing(as(editor), id)
    const queue = await listReviewQueue(as(reviewer), { limit: 100 })
    expect(queue.items.find((item) => item.listing.id === id)?.columns.titleZh).toBe('改进的吸附材料')
    const { listing: after } = await publishListing(as(reviewer), { id, revision: 2 })
    expect(after).toMatchObject({ version: 2, changes: null, changesState: null, titleZh: '改进的吸附材料' })
    expect((await open()).content).toMatchObject({
      titleZh: '改进的吸附材料',
      rights: [{ inventorNames: ['韦一'] }],
    })
    expect(await listVersions(as(editor), id)).toHaveLength(2)
    expect((await eventTypes(id)).at(-1)).toBe('listing.changed')
  })

  it('can be returned, thrown away, and goes on during talks', async () => {
    const { listing } = await published()
    const { id } = listing
    await editListing(as(editor), { id, revision: 1, titleZh: '甲' })
    await submitListing(as(editor), id)
    const reasons = [{ code: 'advertising' as const, words: '' }]
    const { listing: returned } = await returnListing(as(reviewer), { id, reasons })
    expect(returned).toMatchObject({ state: 'published', changesState: 'draft', reviewReasons: reasons })
    await inTalks(id)
    const { listing: after } = await discardChanges(as(editor), id)
    expect(after).toMatchObject({ state: 'under_negotiation', changes: null, reviewReasons: null })
    expect(await auditActionsOf(database.db, id)).toContain('listing.discard_changes')
  })

  it('offers to throw changes away only where there are some', async () => {
    const { listing, editing } = await draft()
    expect(editing?.commands).toEqual(['edit', 'submit', 'withdraw'])
    const open = await published()
    const edited = await editListing(as(editor), { id: open.listing.id, revision: 1, titleZh: '甲' })
    expect(edited.editing?.commands).toEqual(['edit', 'submit', 'discard', 'withdraw'])
    await expect(discardChanges(as(editor), listing.id)).rejects.toMatchObject(WRONG_STATE)
  })

  it('lets two listings state the same new right at once, or says that one must try again', async () => {
    const rights = [
      { ...patentRight('202080012345.2'), kind: 'invention_patent' as const, filedOn: '2020-01-03' },
    ]
    const results = await Promise.allSettled([1, 2, 3].map(() => draft({ rights })))
    const refused = results.filter(({ status }) => status === 'rejected')
    for (const result of refused) {
      expect(result).toMatchObject({ reason: { code: 'listing.changed_meanwhile' } })
    }
    const stored = await database.db
      .select()
      .from(rightsTable)
      .where(eq(rightsTable.number, '202080012345.2'))
    expect(stored).toHaveLength(1)
  })

  it('refuses to throw away what is not there or not one’s own', async () => {
    const { listing } = await published()
    await expect(discardChanges(as(editor), listing.id)).rejects.toMatchObject(WRONG_STATE)
    await expect(discardChanges(as(viewer), listing.id)).rejects.toMatchObject(FORBIDDEN)
    const { listing: hidden } = await draft()
    await expect(discardChanges(as(stranger), hidden.id)).rejects.toMatchObject(NOT_FOUND)
  })

  const inTalks = async (id: string) => {
    await inUnitOfWork(as(editor), (unit) => beginNegotiation(unit, id))
  }
})

describe('attachments', () => {
  const attachment = (
    listingId: string,
    fileId: string,
    visibility: 'public' | 'confidential' = 'public',
  ) => ({
    listingId,
    fileId,
    titleZh: '检测报告',
    titleEn: '',
    visibility,
  })

  it('are added and taken away with an audit row each; the public sees the public ones', async () => {
    const { listing } = await draft()
    const { id } = listing
    await attachFile(as(editor), attachment(id, await makeFile(database.db, editor)))
    const both = await attachFile(
      as(editor),
      attachment(id, await makeFile(database.db, editor), 'confidential'),
    )
    expect(both.attachments.map(({ name }) => name)).toEqual(['检测报告.pdf', '检测报告.pdf'])
    const preview = await getListing(as(editor), { id, view: 'preview' })
    expect(preview.attachments.map(({ visibility }) => visibility)).toEqual(['public'])
    const [first] = both.attachments
    const left = await detachFile(as(editor), { listingId: id, attachmentId: first?.id ?? '' })
    expect(left.attachments.map(({ visibility }) => visibility)).toEqual(['confidential'])
    expect(await auditActionsOf(database.db, id)).toEqual([
      'listing.create',
      'listing.attach_file',
      'listing.attach_file',
      'listing.detach_file',
    ])
  })

  it('of a public listing wait for the reviewer too', async () => {
    const { listing } = await published()
    const { id } = listing
    await attachFile(as(editor), attachment(id, await makeFile(database.db, editor)))
    expect((await getListing(as(null), { id, view: 'working' })).attachments).toEqual([])
    await submitListing(as(editor), id)
    await publishListing(as(reviewer), { id })
    expect((await getListing(as(null), { id, view: 'working' })).attachments).toHaveLength(1)
  })

  it('must be the owner’s own files, meant for listings, once each', async () => {
    const { listing } = await draft()
    const fileId = await makeFile(database.db, editor)
    await attachFile(as(editor), attachment(listing.id, fileId))
    await expect(attachFile(as(editor), attachment(listing.id, fileId))).rejects.toMatchObject({
      code: 'listing.file_already_attached',
    })
    for (const wrong of [
      await makeFile(database.db, stranger),
      await makeFile(database.db, editor, 'contract_text'),
    ]) {
      await expect(attachFile(as(editor), attachment(listing.id, wrong))).rejects.toMatchObject({
        details: { problems: [{ path: 'fileId', code: 'file.not_found' }] },
      })
    }
  })

  it('refuse a listing under review, of another organization, and without the role', async () => {
    const { listing } = await submitted()
    const input = attachment(listing.id, await makeFile(database.db, editor))
    await expect(attachFile(as(editor), input)).rejects.toMatchObject(WRONG_STATE)
    await expect(attachFile(as(stranger), input)).rejects.toMatchObject(NOT_FOUND)
    await expect(attachFile(as(viewer), input)).rejects.toMatchObject(FORBIDDEN)
    const detach = { listingId: listing.id, attachmentId: input.fileId }
    await expect(detachFile(as(editor), detach)).rejects.toMatchObject(WRONG_STATE)
    await expect(detachFile(as(stranger), detach)).rejects.toMatchObject(NOT_FOUND)
    await expect(detachFile(as(viewer), detach)).rejects.toMatchObject(FORBIDDEN)
  })
})
