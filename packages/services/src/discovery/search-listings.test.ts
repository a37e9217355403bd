import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import type { SearchEngine } from '@market/search'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { systemIds } from '../index.ts'
import { testContext } from '../testing/index.ts'
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
