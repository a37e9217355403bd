import { listingRights, listings } from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import type { SearchEngine } from '@market/search'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemIds } from '../index.ts'
import { makeActor, makeListing, testContext } from '../testing/index.ts'
import { findSimilarListings } from './find-similar-listings.ts'
import { searchListings } from './search-listings.ts'

let test: TestDatabase
beforeAll(async () => {
  test = await createTestDatabase()
})
afterAll(() => test.drop())

it('names the owners with most results, and a chosen one beyond them with its count', async () => {
  const ownerId = Array.from({ length: 300 }, (_, index) => ({ value: systemIds.next(), count: 300 - index }))
  const answer = { hits: [], total: { value: 300, exact: true }, facets: { ownerId } }
  const search = { search: async () => answer } as unknown as SearchEngine
  const last = ownerId.at(-1)?.value ?? ''
  const { facets } = await searchListings(
    { ...testContext(test.db), search },
    { text: '', filters: { ownerId: [last] }, sort: 'relevance', limit: 20 },
  )
  expect(facets.ownerId).toHaveLength(51)
  expect(facets.ownerId.at(-1)).toMatchObject({ value: last, count: 1, chosen: true })
})

describe('a listing whose right has ended', () => {
  let [ended, open]: string[] = []
  beforeAll(async () => {
    const owner = await makeActor(test.db, 'university', ['editor'])
    ended = await makeListing(test.db, owner, {
      rights: [{ kind: 'invention_patent', filedOn: '2006-01-05' }],
    })
    open = await makeListing(test.db, owner)
    const [held] = await test.db.select().from(listingRights).where(eq(listingRights.listingId, ended))
    await test.db
      .update(listings)
      .set({ frozenAt: new Date(), frozenReason: 'terminated', frozenRightId: held?.rightId ?? null })
      .where(eq(listings.id, ended))
  })

  it('is told among the results of a search as one that takes no requests', async () => {
    const hits = [ended, open].map((id) => ({ id }))
    const answer = { hits, total: { value: 2, exact: true }, facets: {} }
    const search = { search: async () => answer } as unknown as SearchEngine
    const { frozen } = await searchListings(
      { ...testContext(test.db), search },
      { text: '', filters: {}, sort: 'relevance', limit: 20 },
    )
    expect([...frozen]).toEqual([ended])
  })

  it('is told so among the listings like another, too', async () => {
    const hits = [ended, open].map((id) => ({ id, score: 1, document: {} }))
    const search = { similar: async () => hits } as unknown as SearchEngine
    const similar = await findSimilarListings(
      { ...testContext(test.db), search },
      { listingId: open ?? '', limit: 5 },
    )
    expect(similar.map(({ id, frozen }) => [id, frozen])).toEqual([
      [ended, true],
      [open, false],
    ])
  })
})
