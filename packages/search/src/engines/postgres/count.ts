import type { Sql } from 'postgres'
import { DIMENSIONS, type Dimension, FACETS, type FacetCount } from '../../engine.ts'
import { bitOf } from './filters.ts'
import { holds, numberQuery, type Question } from './question.ts'
import { strictQuery } from './terms.ts'
import { anyOf } from './vector.ts'

/** Documents that fail the same filters, with all their facet characters strung together. */
export interface Group {
  failed: number
  count: number
  facets: string
}

export interface Counted {
  total: number
  counts: ReadonlyMap<Dimension, FacetCount[]>
  /** Of what is found alone, with a facet's own filter on as well. */
  met: ReadonlyMap<Dimension, FacetCount[]>
}

/** A facet counts what meets every filter but its own: the groups that fail nothing, or nothing but that. */
export const groupsOf = async ({ codes, query }: Question, groups: readonly Group[]): Promise<Counted> => {
  const counts = new Map<Dimension, FacetCount[]>()
  const met = groups.filter(({ failed }) => failed === 0)
  const charactersOf = (list: readonly Group[]) => list.map(({ facets }) => facets).join('')
  const plain = await codes.count(charactersOf(met))
  for (const dimension of DIMENSIONS) counts.set(dimension, plain.get(dimension) ?? [])
  for (const facet of FACETS) {
    const own = groups.filter(({ failed }) => failed === bitOf(facet))
    if (own.length > 0)
      counts.set(facet, (await codes.count(charactersOf([...met, ...own]))).get(facet) ?? [])
  }
  // Everything that fails only a facet has not been met, so it is no part of the total.
  return {
    total: met.reduce((sum, { count }) => sum + count, 0),
    counts: query.facets.length === 0 ? plain : counts,
    met: plain,
  }
}

const ask = async (sql: Sql, question: Question): Promise<Group[]> => {
  const { filters, query } = question
  const wanted = holds(sql, question, anyOf([numberQuery(question), strictQuery(question.terms)]))
  if (query.facets.length === 0) {
    const [row] = await sql<{ count: number }[]>`
      select count(*)::int as count from search_documents d where ${wanted} and ${filters.met}`
    return [{ failed: 0, count: row?.count ?? 0, facets: '' }]
  }
  if (!filters.any) {
    return sql<Group[]>`
      select 0 as failed, count(*)::int as count, coalesce(string_agg(d.facets, ''), '') as facets
      from search_documents d where ${wanted}`
  }
  const single = [0, ...FACETS.map(bitOf)]
  return sql<Group[]>`
    select failed, count(*)::int as count, string_agg(facets, '') as facets
    from (select d.facets, ${filters.failed} as failed from search_documents d where ${wanted} offset 0) matched
    where failed = any(${single}::int[]) group by failed`
}

const REMEMBERED = 200
const remembered = new Map<string, Promise<Counted>>()

/** One index may be read by several engines of a process, in tests by indexes of the same numbers. */
const indexNumbers = new WeakMap<object, number>()
const indexNumber = (codes: object): number => {
  const number = indexNumbers.get(codes) ?? ++numbered.last
  indexNumbers.set(codes, number)
  return number
}
const numbered = { last: 0 }

const keyOf = ({ query, terms, codes }: Question): string => {
  const { id, version } = terms.lexicon.generation
  const { text, filters, ranges, facets } = query
  return JSON.stringify([indexNumber(codes), id, version, text, filters, ranges, facets.length === 0])
}

/** Total and facets of what holds every word; kept until the index changes, for every page and order counts alike. */
export const countAll = (sql: Sql, question: Question): Promise<Counted> => {
  const key = keyOf(question)
  const known = remembered.get(key)
  if (known) return known
  const counted = ask(sql, question).then((groups) => groupsOf(question, groups))
  remembered.set(key, counted)
  counted.catch(() => remembered.delete(key))
  const [oldest] = remembered.keys()
  if (remembered.size > REMEMBERED && oldest !== undefined) remembered.delete(oldest)
  return counted
}
