import type { Fragment, Sql } from 'postgres'
import type { SearchDocument } from '../../document.ts'
import type { SearchQuery, SearchResult } from '../../engine.ts'
import type { ParsedQuery } from '../../query/parse-query.ts'
import { RELAXED_COVERAGE, TIERS } from '../../ranking.ts'
import { conditions } from './conditions.ts'
import { facetCounts, failedFilters, groupFacets } from './facets.ts'
import { ranked, unranked } from './score.ts'
import type { Terms } from './terms.ts'

export interface Found {
  rows: { key: string; document: SearchDocument }[]
  total: number
  facets: SearchResult['facets']
}

export interface Window {
  /** Sort key and id of the last row seen. */
  after: [string, string] | null
  offset: number
}

export interface Question {
  query: SearchQuery
  parsed: ParsedQuery
  terms: Terms
  /** Also documents that hold only some of the words. */
  relaxed: boolean
  window: Window
}

/** Every order is "key, then id, both downwards"; a listing without a price comes last either way. */
const sortKey = (sql: Sql, query: SearchQuery): Fragment => {
  if (query.sort === 'price_asc') return sql`coalesce(-d.price_fen, -9e15)::numeric`
  if (query.sort === 'price_desc') return sql`coalesce(d.price_fen, -1)::numeric`
  if (query.sort === 'newest') return sql`round(extract(epoch from d.published_at) * 1000)`
  return sql`round((tier + score)::numeric, 4)`
}

const termRows = (sql: Sql, terms: Terms): Fragment => sql`
  select words::tsquery, stems::tsquery, weight, coverage
  from unnest(${terms.terms.map((term) => term.words)}::text[], ${terms.terms.map((term) => term.stems)}::text[],
    ${terms.terms.map((term) => String(term.weight))}::text[]::float8[],
    ${terms.terms.map((term) => String(term.coverage))}::text[]::float8[]) as t(words, stems, weight, coverage)`

const fullCoverage = (terms: Terms): number => terms.terms.reduce((sum, term) => sum + term.coverage, 0)

/** The documents found, each with its sort key and the filters it fails. */
export const matched = (sql: Sql, { query, parsed, terms, relaxed }: Question): Fragment => {
  const { number, every, some, allowed } = conditions(sql, parsed, terms)
  const wanted = relaxed ? sql`(${number} or ${every} or ${some})` : sql`(${number} or ${every})`
  const onSubject = relaxed
    ? sql`(tier > 0 or ranked.coverage >= ${String(RELAXED_COVERAGE * fullCoverage(terms))}::text::float8)`
    : sql`true`
  const isRanked = terms.terms.length > 0 && (relaxed || query.sort === 'relevance')
  return sql`
    select d.id, d.generation, kind, technical_field, plan_industry, transfer_modes, maturity_level, owner_id,
      region_code, ${failedFilters(sql, query)} as failed, ${sortKey(sql, query)} as key
    from current join search_documents d on d.generation = current.id
    ${isRanked ? ranked(sql) : unranked(sql)}
    cross join lateral (
      select case when ${number} then ${TIERS.number}::int when ${every} then ${TIERS.everyWord}::int
        else ${TIERS.someWords}::int end as tier
    ) tiered
    where ${wanted} and ${allowed} and ${onSubject}`
}

const page = (sql: Sql, { query, window }: Question): Fragment => {
  const after = window.after
    ? sql`and (key, id) < (${window.after[0]}::text::numeric, ${window.after[1]}::text::uuid)`
    : sql``
  // One row more than asked for tells whether there is a next page.
  return sql`
    select id, generation, key from matched where failed = 0 ${after}
    order by key desc, id desc limit ${query.limit + 1} offset ${window.offset}`
}

interface Row {
  total: number
  rows: string
  facets: string
}

/** One statement for page, total and facets, so that they speak of the same instant. */
export const find = async (sql: Sql, question: Question): Promise<Found> => {
  const { query, terms } = question
  const [row] = await sql<Row[]>`
    with current as materialized (
      select id, word_count::float8 / greatest(document_count, 1) as average_words
      from search_generations where state = 'current'
    ),
    terms as materialized (${termRows(sql, terms)}),
    matched as materialized (${matched(sql, question)}),
    page as (${page(sql, question)})
    select (select count(*)::int from matched where failed = 0) as total,
      (select coalesce(json_agg(json_build_object('key', key::text, 'document', d.document)
         order by key desc, d.id desc), '[]')
       from page join search_documents d using (generation, id))::text as rows,
      (select coalesce(json_agg(f), '[]') from (${facetCounts(sql, query.facets)}) f)::text as facets`
  if (!row) return { rows: [], total: 0, facets: {} }
  return {
    rows: JSON.parse(row.rows),
    total: row.total,
    facets: groupFacets(query.facets, JSON.parse(row.facets)),
  }
}
