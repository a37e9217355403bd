import { listingRights, listings } from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import type { SearchEngine } from '@market/search'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { systemIds } from '../index.ts'
import { makeActor, makeListing, testContext } from '../testing/index.ts'
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

it('says which results take no requests because a right in them has ended', async () => {
  const owner = await makeActor(test.db, 'university', ['editor'])
  const ids = [
    await makeListing(test.db, owner, { rights: [{ kind: 'invention_patent', filedOn: '2006-01-05' }] }),
    await makeListing(test.db, owner),
  ]
  const [ended = ''] = ids
  const [held] = await test.db.select().from(listingRights).where(eq(listingRights.listingId, ended))
  await test.db
    .update(listings)
    .set({ frozenAt: new Date(), frozenReason: 'terminated', frozenRightId: held?.rightId ?? null })
    .where(eq(listings.id, ended))
  const hits = ids.map((id) => ({ id }))
  const search = {
    search: async () => ({ hits, total: { value: 2, exact: true }, facets: {} }),
  } as unknown as SearchEngine
  const { frozen } = await searchListings(
    { ...testContext(test.db), search },
    { text: '', filters: {}, sort: 'relevance', limit: 20 },
  )
  expect([...frozen]).toEqual([ended])
})
