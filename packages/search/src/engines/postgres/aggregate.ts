import type { Sql } from 'postgres'
import { type Aggregation, DIMENSIONS, type SearchQuery } from '../../engine.ts'
import { isEmptyQuery } from '../../query/parse-query.ts'
import { RELAX_BELOW } from '../../ranking.ts'
import { countAll } from './count.ts'
import { findSome } from './find-some.ts'
import type { Question } from './question.ts'

/** A query that asks for counts alone. */
export const countingQuery = (asked: Pick<SearchQuery, 'text' | 'filters' | 'ranges'>): SearchQuery => ({
  ...asked,
  sort: 'relevance',
  limit: 1,
  locale: 'zh-CN',
  facets: ['kind'],
})

/** Counts of all that a search finds, by every dimension, with every filter on. */
export const aggregate = async (sql: Sql, question: Question | null): Promise<Aggregation> => {
  const strict = question ? await countAll(sql, question) : { total: 0, met: new Map() }
  const isRelaxed = question && strict.total < RELAX_BELOW && !isEmptyQuery(question.parsed)
  const { total, met } = isRelaxed ? (await findSome(sql, question)).counted : strict
  const all = Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, met.get(dimension) ?? []]))
  return { total, counts: all as Aggregation['counts'] }
}
