import type { Fragment, Sql } from 'postgres'
import type { SearchDocument } from '../../document.ts'
import { FACETS, type Facet, type FacetCount, type SearchQuery } from '../../engine.ts'
import type { ParsedQuery } from '../../query/parse-query.ts'
import { RELAXED_COVERAGE, TIERS } from '../../ranking.ts'
import { ranked } from './score.ts'
import { anyOf, type Requirement, type Terms } from './terms.ts'
import { quoteLexeme } from './vector.ts'

export interface Found {
  rows: { key: string; document: SearchDocument }[]
  total: number
  facets: Partial<Record<Facet, FacetCount[]>>
}

export interface Window {
  /** Sort key and id of the last row seen. */
  after: [string, string] | null
  offset: number
}

const COLUMNS: Record<Facet, string> = {
  kind: 'kind',
  technicalField: 'technical_field',
  planIndustry: 'plan_industry',
  transferModes: 'transfer_modes',
  maturityLevel: 'maturity_level',
  ownerId: 'owner_id',
  regionCode: 'region_code',
}

const MOST_FACET_VALUES = 50

const bit = (facet: Facet): number => 1 << FACETS.indexOf(facet)

const join = (sql: Sql, fragments: readonly Fragment[], word: 'and' | 'or', none: boolean): Fragment => {
  const [first, ...rest] = fragments
  if (!first) return none ? sql`true` : sql`false`
  const separator = word === 'and' ? sql` and ` : sql` or `
  return sql`(${[first, ...rest.flatMap((fragment) => [separator, fragment])]})`
}

const holds = (sql: Sql, { words, stems }: Requirement): Fragment =>
  stems === ''
    ? sql`d.words @@ ${words}::text::tsquery`
    : sql`(d.words @@ ${words}::text::tsquery or d.stems @@ ${stems}::text::tsquery)`

const conditions = (sql: Sql, query: ParsedQuery, terms: Terms) => {
  const everyWord = [
    ...terms.required.map((requirement) => holds(sql, requirement)),
    ...terms.phrases.map((phrase) => sql`d.words @@ ${phrase}::text::tsquery`),
  ]
  const someWord = holds(sql, {
    words: anyOf(terms.terms.map((term) => term.words)),
    stems: anyOf(terms.terms.map((term) => term.stems)),
  })
  const phrases = terms.phrases.map((phrase) => sql`d.words @@ ${phrase}::text::tsquery`)
  const numberStarts = anyOf(query.numbers.flat().map((form) => `${quoteLexeme(form)}:*`))
  const onlyExcluded = everyWord.length + query.numbers.length === 0
  return {
    number: query.numbers.length > 0 ? sql`d.numbers && ${query.numbers.flat()}::text[]` : sql`false`,
    every: join(sql, everyWord, 'and', onlyExcluded),
    some:
      numberStarts === ''
        ? join(sql, [...phrases, someWord], 'and', false)
        : sql`(${join(sql, [...phrases, someWord], 'and', false)} or d.words @@ ${numberStarts}::text::tsquery)`,
    allowed: join(
      sql,
      terms.excluded.map((words) => sql`not d.words @@ ${words}::text::tsquery`),
      'and',
      true,
    ),
  }
}

/** Bit per filter a document fails, so that one pass counts each facet with all the other filters on. */
const failedFilters = (sql: Sql, query: SearchQuery): Fragment => {
  const parts = FACETS.flatMap((facet) => {
    const values = query.filters[facet] ?? []
    if (values.length === 0) return []
    const column = sql.unsafe(`d.${COLUMNS[facet]}`)
    const passes =
      facet === 'transferModes'
        ? sql`${column} && ${[...values]}::text[]`
        : sql`coalesce(${column}::text = any(${[...values]}::text[]), false)`
    return [sql` + case when ${passes} then 0 else ${sql.unsafe(String(bit(facet)))} end`]
  })
  return sql`(0${parts.length > 0 ? parts : sql``})`
}

/** Every order is "key, then id, both downwards"; a listing without a price comes last either way. */
const sortKey = (sql: Sql, query: SearchQuery): Fragment => {
  if (query.sort === 'price_asc') return sql`coalesce(-d.price_fen, -9e15)::numeric`
  if (query.sort === 'price_desc') return sql`coalesce(d.price_fen, -1)::numeric`
  if (query.sort === 'newest') return sql`round(extract(epoch from d.published_at) * 1000)`
  return sql`round((tier + score)::numeric, 4)`
}

const facetCounts = (sql: Sql, facets: readonly Facet[]): Fragment => {
  if (facets.length === 0) return sql`select null::text as facet, null::text as value, 0 as count where false`
  return sql`${facets.map((facet, i) => {
    const column = sql.unsafe(COLUMNS[facet])
    const value = facet === 'transferModes' ? sql`unnest(${column})` : sql`${column}::text`
    return sql`${i === 0 ? sql`` : sql` union all `}
      (select ${facet}::text as facet, value, count(*)::int as count
       from (select ${value} as value from matched where failed & ~${sql.unsafe(String(bit(facet)))} = 0) v
       where value is not null group by value order by count desc, value limit ${MOST_FACET_VALUES})`
  })}`
}

const termRows = (sql: Sql, terms: Terms): Fragment => sql`
  select words::tsquery, stems::tsquery, weight, coverage
  from unnest(${terms.terms.map((term) => term.words)}::text[], ${terms.terms.map((term) => term.stems)}::text[],
    ${terms.terms.map((term) => String(term.weight))}::text[]::float8[],
    ${terms.terms.map((term) => String(term.coverage))}::text[]::float8[]) as t(words, stems, weight, coverage)`

const fullCoverage = (terms: Terms): number => terms.terms.reduce((sum, term) => sum + term.coverage, 0)

interface Row {
  total: number
  rows: string
  facets: string
}

/** One statement for page, total and facets, so that they speak of the same instant. */
export const find = async (
  sql: Sql,
  query: SearchQuery,
  parsed: ParsedQuery,
  terms: Terms,
  relaxed: boolean,
  window: Window,
): Promise<Found> => {
  const { number, every, some, allowed } = conditions(sql, parsed, terms)
  const wanted = relaxed ? sql`(${number} or ${every} or ${some})` : sql`(${number} or ${every})`
  const onSubject = relaxed
    ? sql`(tier > 0 or parsed_coverage >= ${String(RELAXED_COVERAGE * fullCoverage(terms))}::text::float8)`
    : sql`true`
  const after = window.after
    ? sql`and (key, id) < (${window.after[0]}::text::numeric, ${window.after[1]}::text::uuid)`
    : sql``
  const [row] = await sql<Row[]>`
    with current as materialized (
      select id, word_count::float8 / greatest(document_count, 1) as average_words
      from search_generations where state = 'current'
    ),
    terms as materialized (${termRows(sql, terms)}),
    matched as materialized (
      select d.id, d.generation, kind, technical_field, plan_industry, transfer_modes, maturity_level, owner_id,
        region_code, ${failedFilters(sql, query)} as failed, ${sortKey(sql, query)} as key
      from current join search_documents d on d.generation = current.id
      ${ranked(sql)}
      cross join lateral (
        select case when ${number} then ${TIERS.number}::int when ${every} then ${TIERS.everyWord}::int
          else ${TIERS.someWords}::int end as tier, ranked.coverage as parsed_coverage
      ) tiered
      where ${wanted} and ${allowed} and ${onSubject}
    ),
    page as (
      select id, generation, key from matched where failed = 0 ${after}
      order by key desc, id desc limit ${query.limit + 1} offset ${window.offset}
    )
    select (select count(*)::int from matched where failed = 0) as total,
      (select coalesce(json_agg(json_build_object('key', key::text, 'document', d.document) order by key desc, d.id desc), '[]')
       from page join search_documents d using (generation, id))::text as rows,
      (select coalesce(json_agg(f), '[]') from (${facetCounts(sql, query.facets)}) f)::text as facets`
  if (!row) return { rows: [], total: 0, facets: {} }
  return {
    rows: JSON.parse(row.rows),
    total: row.total,
    facets: groupFacets(query.facets, JSON.parse(row.facets)),
  }
}

const groupFacets = (facets: readonly Facet[], rows: readonly ({ facet: Facet } & FacetCount)[]) => {
  const grouped: Found['facets'] = {}
  for (const facet of facets) {
    grouped[facet] = rows.filter((row) => row.facet === facet).map(({ value, count }) => ({ value, count }))
  }
  return grouped
}

/** Words of the texts shown that share a stem with the query: battery for batteries. */
export const wordsWithStems = async (sql: Sql, words: readonly string[], stems: readonly string[]) => {
  if (words.length === 0 || stems.length === 0) return []
  const rows = await sql<{ word: string }[]>`
    select word from unnest(${[...words]}::text[]) as word
    where ts_lexize('english_stem', word) && ${[...stems]}::text[]`
  return rows.map((row) => row.word)
}
