import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditActionsOf, makeActor, testContext } from '../testing/index.ts'
import {
  createListing,
  getListing,
  listVersions,
  publishListing,
  returnListing,
  submitListing,
  withdrawListing,
} from './index.ts'
import { completeListing, type Desk, FORBIDDEN, makeDesk, NOT_FOUND, WRONG_STATE } from './testing/index.ts'

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
