import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeActor } from '../testing/index.ts'
import {
  createListing,
  getListing,
  listMyListings,
  listPublishedListings,
  listReviewQueue,
  listVersions,
  publishListing,
  submitListing,
} from './index.ts'
import { completeListing, type Desk, FORBIDDEN, makeDesk, NOT_FOUND } from './testing/index.ts'

let database: TestDatabase
let editor: Desk['editor']
let stranger: Desk['stranger']
let reviewer: Desk['reviewer']
let as: Desk['as']
let draft: Desk['draft']
let published: Desk['published']

beforeAll(async () => {
  database = await createTestDatabase()
  ;({ editor, stranger, reviewer, as, draft, published } = await makeDesk(database.db))
})
afterAll(() => database.drop())

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
