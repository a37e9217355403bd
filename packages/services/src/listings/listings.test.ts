import { inUnitOfWork } from '@market/database'
import { auditEntries, events, listingRights, rights as rightsTable } from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import type { Actor } from '@market/domain'
import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditActionsOf, makeActor, makeMember, testContext } from '../testing/index.ts'
import {
  attachFile,
  beginNegotiation,
  createListing,
  detachFile,
  discardChanges,
  editListing,
  getListing,
  listMyListings,
  listPublishedListings,
  listReviewQueue,
  listVersions,
  publishListing,
  returnListing,
  submitListing,
  withdrawListing,
} from './index.ts'
import { completeListing, makeFile, patentRight } from './testing/index.ts'

type Member = Awaited<ReturnType<typeof makeActor>>

let database: TestDatabase
let editor: Member
let viewer: Actor
let stranger: Member
let reviewer: Member

beforeAll(async () => {
  database = await createTestDatabase()
  const { db } = database
  editor = await makeActor(db, 'university', ['editor'])
  viewer = await makeMember(db, editor.organizationId, ['viewer'])
  stranger = await makeActor(db, 'institute', ['editor'])
  reviewer = await makeActor(db, 'operator', ['reviewer'])
})
afterAll(() => database.drop())

const as = (actor: Actor | null) => testContext(database.db, actor)
const draft = (changes = {}) => createListing(as(editor), completeListing(changes))
const submitted = async (changes = {}) => submitListing(as(editor), (await draft(changes)).listing.id)
const published = async (changes = {}) =>
  publishListing(as(reviewer), { id: (await submitted(changes)).listing.id })
const eventTypes = async (id: string) =>
  (await database.db.select().from(events).where(eq(events.subjectId, id)).orderBy(asc(events.id))).map(
    ({ type }) => type,
  )

const NOT_FOUND = { kind: 'not-found', code: 'listing.not_found' }
const FORBIDDEN = { kind: 'forbidden', code: 'policy.forbidden' }
const WRONG_STATE = { kind: 'conflict', code: 'listing.wrong_state' }

describe('creating a listing', () => {
  it('begins a draft from its kind alone and leaves an audit row', async () => {
    const { listing, content, editing } = await createListing(as(editor), { kind: 'know_how' })
    expect(listing).toMatchObject({ state: 'draft', version: 0, revision: 1, regionCode: '450100' })
    expect(content.rights).toEqual([])
    expect(editing?.problems).toContainEqual({ path: 'titleZh', code: 'field.required' })
    expect(await auditActionsOf(database.db, listing.id)).toEqual(['listing.create'])
  })

  it('keeps identifiers in their plain form and computes when a patent ends', async () => {
    const { content } = await draft({ regionCode: '450122' })
    expect(content).toMatchObject({
      ipcSymbols: ['B01J 20/24'],
      industryClass: 'D46',
      regionCode: '450110',
      rights: [{ number: '202310000001.5', expiresOn: '2043-01-02' }],
    })
  })

  it('says which character of an identifier is wrong', async () => {
    const wrong = completeListing({
      rights: [patentRight('ZL 2023 1 0000001.7')],
      ipcSymbols: ['B01J 20/24', 'B0IJ 20/24'],
    })
    await expect(createListing(as(editor), wrong)).rejects.toMatchObject({
      kind: 'invalid',
      code: 'request.invalid',
      details: {
        problems: [
          { path: 'ipcSymbols.1', code: 'ipc.wrong_character', params: { position: 3, expected: '0-9' } },
          {
            path: 'rights.0.number',
            code: 'patent_number.wrong_check_digit',
            params: { position: 19, expected: '5' },
          },
        ],
      },
    })
  })

  it('refuses a number of another kind of patent and the same right twice', async () => {
    const other = completeListing({ rights: [patentRight('202121234567.7')] })
    await expect(createListing(as(editor), other)).rejects.toMatchObject({
      details: { problems: [{ path: 'rights.0.number', code: 'right.number_of_other_kind' }] },
    })
    const twice = completeListing({ rights: [patentRight(), patentRight('202310000001.5')] })
    await expect(createListing(as(editor), twice)).rejects.toMatchObject({
      details: { problems: [{ path: 'rights.1.number', code: 'right.repeated' }] },
    })
  })

  it('is for editors of organizations that may offer technology', async () => {
    const agency = await makeActor(database.db, 'agency', ['owner'])
    await expect(createListing(as(viewer), { kind: 'know_how' })).rejects.toMatchObject(FORBIDDEN)
    await expect(createListing(as(agency), { kind: 'know_how' })).rejects.toMatchObject(FORBIDDEN)
    await expect(createListing(as(null), { kind: 'know_how' })).rejects.toMatchObject({
      code: 'session.required',
    })
  })
})

describe('editing a draft', () => {
  it('changes only the fields sent and keeps the difference in the trail', async () => {
    const { listing } = await draft()
    const after = await editListing(as(editor), { id: listing.id, revision: 1, titleZh: '新标题' })
    expect(after.listing.revision).toBe(2)
    expect(after.content).toMatchObject({ titleZh: '新标题', titleEn: completeListing().titleEn })
    const [, entry] = await database.db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.subjectId, listing.id))
      .orderBy(asc(auditEntries.position))
    expect(entry).toMatchObject({ action: 'listing.edit', after: { titleZh: '新标题' } })
    expect(Object.keys(entry?.after as object)).toEqual(['titleZh'])
  })

  it('refuses the second of two editors who read the same revision', async () => {
    const { listing } = await draft()
    const edit = (titleZh: string) => editListing(as(editor), { id: listing.id, revision: 1, titleZh })
    const [first, second] = await Promise.allSettled([edit('甲'), edit('乙')])
    const results = [first, second]
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { kind: 'conflict', code: 'listing.changed_meanwhile', details: { revision: 2 } },
    })
  })

  it('keeps one record per right and forgets rights nobody offers', async () => {
    const { listing, content } = await draft({ rights: [patentRight('202310000002.X')] })
    const second = await draft({ rights: [patentRight('ZL202310000002.x')] })
    expect(second.content.rights[0]?.id).toBe(content.rights[0]?.id)
    const knowHow = { ...patentRight(), kind: 'know_how' as const, number: null }
    const edited = await editListing(as(editor), { id: listing.id, revision: 1, rights: [knowHow] })
    const renamed = { ...knowHow, id: edited.content.rights[0]?.id, title: '工艺参数' }
    const again = await editListing(as(editor), { id: listing.id, revision: 2, rights: [renamed] })
    expect(again.content.rights[0]).toMatchObject({ id: edited.content.rights[0]?.id, title: '工艺参数' })
    await editListing(as(editor), { id: listing.id, revision: 3, rights: [] })
    const gone = await database.db
      .select()
      .from(rightsTable)
      .where(eq(rightsTable.id, renamed.id ?? ''))
    expect(gone).toEqual([])
    const stays = await database.db
      .select()
      .from(listingRights)
      .where(eq(listingRights.listingId, second.listing.id))
    expect(stays).toHaveLength(1)
  })

  it("does not let a draft change what is published about a right, or take another organization's", async () => {
    const open = await published()
    const draftOfSame = await draft({
      rights: [{ ...patentRight(), ownerNames: ['冒名者'], filedOn: '2022-01-01' }],
    })
    expect(draftOfSame.content.rights).toEqual(open.content.rights)
    const foreign = {
      ...patentRight('202210012345.3'),
      filedOn: '2022-01-03',
      id: open.content.rights[0]?.id,
    }
    const theirs = await createListing(as(stranger), completeListing({ rights: [foreign] }))
    expect(theirs.content.rights[0]?.id).not.toBe(foreign.id)
    expect((await getListing(as(null), { id: open.listing.id, view: 'public' })).content.rights).toEqual(
      open.content.rights,
    )
  })

  it('refuses a listing under review, of another organization, and by members without the role', async () => {
    const { listing } = await submitted()
    const edit = { id: listing.id, revision: 1, titleZh: '甲' }
    await expect(editListing(as(editor), edit)).rejects.toMatchObject(WRONG_STATE)
    await expect(editListing(as(stranger), edit)).rejects.toMatchObject(NOT_FOUND)
    await expect(editListing(as(viewer), edit)).rejects.toMatchObject(FORBIDDEN)
    await expect(editListing(as(reviewer), edit)).rejects.toMatchObject(FORBIDDEN)
  })

  it('refuses a price range that ends before it begins', async () => {
    const { listing } = await draft()
    const edit = { id: listing.id, revision: 1, priceMode: 'range' as const, priceFen: 500, priceMaxFen: 400 }
    await expect(editListing(as(editor), edit)).rejects.toMatchObject({
      details: { problems: [{ path: 'priceMaxFen', code: 'listing.price_range_empty' }] },
    })
  })
})

describe('submitting', () => {
  it('hands a complete draft to the reviewers', async () => {
    const { listing, editing } = await submitted()
    expect(listing).toMatchObject({ state: 'submitted', submittedBy: editor.userId })
    expect(editing?.commands).toEqual(['withdraw'])
    expect(await auditActionsOf(database.db, listing.id)).toEqual(['listing.create', 'listing.submit'])
    expect(await eventTypes(listing.id)).toEqual(['listing.submitted'])
  })

  it('names every missing field', async () => {
    const { listing } = await draft({ summaryEn: '', priceFen: null })
    await expect(submitListing(as(editor), listing.id)).rejects.toMatchObject({
      kind: 'invalid',
      code: 'listing.not_ready',
      details: {
        problems: [
          { path: 'summaryEn', code: 'field.required' },
          { path: 'priceFen', code: 'listing.price_required' },
        ],
      },
    })
  })

  it('refuses twice, from another organization, without the role and without verification', async () => {
    const { listing } = await submitted()
    await expect(submitListing(as(editor), listing.id)).rejects.toMatchObject(WRONG_STATE)
    await expect(submitListing(as(stranger), listing.id)).rejects.toMatchObject(NOT_FOUND)
    await expect(submitListing(as(viewer), listing.id)).rejects.toMatchObject(FORBIDDEN)
    const pending = await makeActor(database.db, 'institute', ['editor'], 'pending')
    const { listing: theirs } = await createListing(as(pending), completeListing())
    await expect(submitListing(as(pending), theirs.id)).rejects.toMatchObject({
      kind: 'precondition',
      code: 'organization.not_verified',
    })
  })
})

describe('publishing', () => {
  it('shows the listing to everybody, keeps the version and tells the search', async () => {
    const { listing } = await published()
    expect(listing).toMatchObject({ state: 'published', version: 1 })
    const open = await getListing(as(null), { id: listing.id, view: 'working' })
    expect(open).toMatchObject({ editing: null, content: { titleZh: completeListing().titleZh } })
    expect(await auditActionsOf(database.db, listing.id)).toContain('listing.publish')
    expect(await eventTypes(listing.id)).toEqual(['listing.submitted', 'listing.published'])
    const [version] = await listVersions(as(viewer), listing.id)
    expect(version).toMatchObject({ version: 1, publishedBy: reviewer.userId, content: open.content })
  })

  it('refuses a draft, a text that changed under the reviewer, and everybody but reviewers', async () => {
    const { listing } = await draft()
    await expect(publishListing(as(reviewer), { id: listing.id })).rejects.toMatchObject(WRONG_STATE)
    await submitListing(as(editor), listing.id)
    const stale = { id: listing.id, revision: 7 }
    await expect(publishListing(as(reviewer), stale)).rejects.toMatchObject({
      code: 'listing.changed_meanwhile',
    })
    await expect(publishListing(as(editor), { id: listing.id })).rejects.toMatchObject(FORBIDDEN)
    await expect(publishListing(as(stranger), { id: listing.id })).rejects.toMatchObject(NOT_FOUND)
  })

  it('lets one of two racing reviewers win', async () => {
    const { listing } = await submitted()
    const results = await Promise.allSettled(
      [1, 2].map(() => publishListing(as(reviewer), { id: listing.id })),
    )
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await listVersions(as(reviewer), listing.id)).toHaveLength(1)
  })

  it('refuses a right that ran out while the listing waited', async () => {
    const late = testContext(database.db, reviewer)
    const { listing } = await submitted()
    late.clock.set('2043-01-05T02:00:00Z')
    await expect(publishListing(late, { id: listing.id })).rejects.toMatchObject({
      code: 'listing.not_ready',
      details: { problems: [{ path: 'rights.0.filedOn', code: 'right.expired' }] },
    })
  })
})

describe('returning', () => {
  it('makes it a draft again with the reasons, until it is submitted again', async () => {
    const { listing } = await submitted()
    const reasons = [{ code: 'description_unclear' as const, words: '请补充对比数据' }]
    const { listing: returned } = await returnListing(as(reviewer), { id: listing.id, reasons })
    expect(returned).toMatchObject({ state: 'draft', reviewReasons: reasons })
    expect(await auditActionsOf(database.db, listing.id)).toContain('listing.return')
    expect(await eventTypes(listing.id)).toContain('listing.returned')
    expect((await submitListing(as(editor), listing.id)).listing.reviewReasons).toBeNull()
  })

  it('refuses a draft, and everybody but reviewers', async () => {
    const { listing } = await draft()
    const input = { id: listing.id, reasons: [{ code: 'advertising' as const, words: '' }] }
    await expect(returnListing(as(reviewer), input)).rejects.toMatchObject(WRONG_STATE)
    await expect(returnListing(as(editor), input)).rejects.toMatchObject(FORBIDDEN)
    await expect(returnListing(as(stranger), input)).rejects.toMatchObject(NOT_FOUND)
  })
})

describe('withdrawing', () => {
  it('takes a public listing off the market and tells the search', async () => {
    const { listing } = await published()
    const after = await withdrawListing(as(editor), { id: listing.id, reason: '已自行实施' })
    expect(after.listing).toMatchObject({ state: 'withdrawn', withdrawalReason: '已自行实施' })
    expect(await auditActionsOf(database.db, listing.id)).toContain('listing.withdraw')
    expect(await eventTypes(listing.id)).toContain('listing.withdrawn')
    await expect(getListing(as(null), { id: listing.id, view: 'working' })).rejects.toMatchObject(NOT_FOUND)
    await expect(withdrawListing(as(editor), { id: listing.id, reason: '' })).rejects.toMatchObject(
      WRONG_STATE,
    )
  })

  it('is for its editors and the operator', async () => {
    const { listing } = await published()
    const input = { id: listing.id, reason: '' }
    await expect(withdrawListing(as(stranger), input)).rejects.toMatchObject(FORBIDDEN)
    await expect(withdrawListing(as(viewer), input)).rejects.toMatchObject(FORBIDDEN)
    const { listing: hidden } = await draft()
    await expect(withdrawListing(as(stranger), { id: hidden.id, reason: '' })).rejects.toMatchObject(
      NOT_FOUND,
    )
    expect((await withdrawListing(as(reviewer), input)).listing.state).toBe('withdrawn')
  })
})

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

describe('lists', () => {
  it('page through everything once, for their own audience only', async () => {
    const owner = await makeActor(database.db, 'company', ['owner'])
    for (let i = 0; i < 5; i += 1) {
      const { listing } = await createListing(as(owner), completeListing({ titleZh: `成果${i}` }))
      if (i % 2 === 0) continue
      await submitListing(as(owner), listing.id)
      await publishListing(as(reviewer), { id: listing.id })
    }
    const titles: string[] = []
    let cursor: string | undefined
    do {
      const page = await listMyListings(as(owner), { limit: 2, cursor })
      titles.push(...page.items.map((item) => item.columns.titleZh))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(titles.sort()).toEqual(['成果0', '成果1', '成果2', '成果3', '成果4'])
    const { organizationId } = owner
    const open = await listPublishedListings(as(null), { organizationId, limit: 20 })
    expect(open.items.map((item) => item.columns.titleZh).sort()).toEqual(['成果1', '成果3'])
    const drafts = await listPublishedListings(as(null), { organizationId, state: 'draft', limit: 20 })
    expect(drafts.items).toEqual([])
    await expect(listReviewQueue(as(owner), { limit: 20 })).rejects.toMatchObject(FORBIDDEN)
    await expect(listMyListings(as(null), { limit: 20 })).rejects.toMatchObject({ code: 'session.required' })
  })

  it('hide drafts and versions from strangers', async () => {
    const { listing } = await draft()
    for (const view of ['working', 'public', 'preview'] as const) {
      await expect(getListing(as(stranger), { id: listing.id, view })).rejects.toMatchObject(NOT_FOUND)
      await expect(getListing(as(null), { id: listing.id, view })).rejects.toMatchObject(NOT_FOUND)
    }
    await expect(getListing(as(editor), { id: listing.id, view: 'public' })).rejects.toMatchObject(NOT_FOUND)
    await expect(listVersions(as(stranger), listing.id)).rejects.toMatchObject(NOT_FOUND)
    const { listing: open } = await published()
    await expect(listVersions(as(stranger), open.id)).rejects.toMatchObject(FORBIDDEN)
  })
})
