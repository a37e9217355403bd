import { refuse } from '@market/domain'
import { fixedClock } from '@market/domain/testing'
import { describe, expect, it } from 'vitest'
import type { SearchEngine, SearchQuery, SearchResult } from './engine.ts'
import { withFallback } from './with-fallback.ts'

const QUERY: SearchQuery = { text: '', filters: {}, sort: 'newest', limit: 1, locale: 'en', facets: [] }

const engineThat = (name: SearchEngine['name'], search: () => Promise<SearchResult>): SearchEngine => ({
  name,
  search,
  similar: async () => [],
  similarToText: async () => [],
  extractTerms: async () => [],
  aggregate: async () => {
    throw new Error('not asked here')
  },
  index: async () => {},
  remove: async () => {},
  rebuild: async () => ({ indexed: 0 }),
  health: async () => ({ available: true }),
  isBuilt: async () => true,
})

const resultOf = (answeredBy: SearchEngine['name']): SearchResult => ({
  hits: [],
  total: { value: 0, exact: true },
  facets: {},
  nextCursor: null,
  relaxed: false,
  answeredBy,
  fallback: false,
})

describe('withFallback', () => {
  const postgres = engineThat('postgres', async () => resultOf('postgres'))

  it('answers from the primary while it can', async () => {
    const meilisearch = engineThat('meilisearch', async () => resultOf('meilisearch'))
    const engine = withFallback(meilisearch, postgres, { clock: fixedClock('2026-03-01T02:00:00Z') })
    expect(await engine.search(QUERY)).toMatchObject({ answeredBy: 'meilisearch', fallback: false })
  })

  it('answers from the fallback, says so, and lets the primary rest before it asks again', async () => {
    const clock = fixedClock('2026-03-01T02:00:00Z')
    const failures: unknown[] = []
    let asked = 0
    const meilisearch = engineThat('meilisearch', async () => {
      asked += 1
      if (asked === 1) throw new Error('connection refused')
      return resultOf('meilisearch')
    })
    const onFailure = (error: unknown) => failures.push(error)
    const engine = withFallback(meilisearch, postgres, { clock, onFailure, restMs: 5000 })
    expect(await engine.search(QUERY)).toMatchObject({ answeredBy: 'postgres', fallback: true })
    expect(await engine.search(QUERY)).toMatchObject({ answeredBy: 'postgres', fallback: true })
    expect([asked, failures.length]).toEqual([1, 1])
    clock.advance(5000)
    expect(await engine.search(QUERY)).toMatchObject({ answeredBy: 'meilisearch', fallback: false })
  })

  it('sends one search to a primary that failed before, and answers the others meanwhile', async () => {
    const clock = fixedClock('2026-03-01T02:00:00Z')
    const hanging = Promise.withResolvers<SearchResult>()
    let asked = 0
    const meilisearch = engineThat('meilisearch', async () => {
      asked += 1
      if (asked === 1) throw new Error('timed out')
      return hanging.promise
    })
    const engine = withFallback(meilisearch, postgres, { clock, restMs: 5000 })
    await engine.search(QUERY)
    clock.advance(5000)
    const first = engine.search(QUERY)
    expect(await engine.search(QUERY)).toMatchObject({ answeredBy: 'postgres', fallback: true })
    expect(asked).toBe(2)
    hanging.resolve(resultOf('meilisearch'))
    expect(await first).toMatchObject({ answeredBy: 'meilisearch', fallback: false })
    expect(await engine.search(QUERY)).toMatchObject({ answeredBy: 'meilisearch' })
  })

  it('passes a refusal on: it is an answer', async () => {
    const meilisearch = engineThat('meilisearch', async () => {
      throw refuse('invalid', 'cursor.invalid')
    })
    const engine = withFallback(meilisearch, postgres, { clock: fixedClock('2026-03-01T02:00:00Z') })
    await expect(engine.search(QUERY)).rejects.toMatchObject({ code: 'cursor.invalid' })
  })
})
