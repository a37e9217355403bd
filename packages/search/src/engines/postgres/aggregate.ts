import type { Sql } from 'postgres'
import {
  type Aggregation,
  DIMENSIONS,
  type Dimension,
  type FacetCount,
  type SearchQuery,
} from '../../engine.ts'
import { parseQuery } from '../../query/parse-query.ts'
import { RELAX_BELOW } from '../../ranking.ts'
import { matched } from './find.ts'
import { termsOf } from './terms.ts'

const VALUES: Record<Dimension, string> = {
  kind: 'm.kind',
  technicalField: 'm.technical_field',
  planIndustry: 'm.plan_industry',
  transferModes: 'unnest(m.transfer_modes)',
  maturityLevel: 'm.maturity_level::text',
  ownerId: 'm.owner_id::text',
  regionCode: 'm.region_code',
  year: "to_char(d.published_at, 'YYYY')",
  ipcClass: `(select unnest(array(select distinct left(s, 3) from jsonb_array_elements_text(d.document->'ipcSymbols') s)))`,
}

interface Row {
  dimension: Dimension
  value: string
  count: number
  total: number
}

const count = (
  sql: Sql,
  query: SearchQuery,
  relaxed: boolean,
  terms: Awaited<ReturnType<typeof termsOf>>,
) => {
  const window = { after: null, offset: 0 }
  const parsed = parseQuery(query.text)
  return sql<Row[]>`
    with current as materialized (
      select id, word_count::float8 / greatest(document_count, 1) as average_words
      from search_generations where state = 'current'
    ),
    terms as materialized (
      select words::tsquery, stems::tsquery, weight, coverage
      from unnest(${terms.terms.map((term) => term.words)}::text[], ${terms.terms.map((term) => term.stems)}::text[],
        ${terms.terms.map((term) => String(term.weight))}::text[]::float8[],
        ${terms.terms.map((term) => String(term.coverage))}::text[]::float8[]) as t(words, stems, weight, coverage)),
    matched as materialized (${matched(sql, { query, parsed, terms, relaxed, window })}),
    total as (select count(*)::int as total from matched where failed = 0)
    ${DIMENSIONS.map(
      (dimension, i) => sql`${i === 0 ? sql`` : sql` union all `}
        (select ${dimension}::text as dimension, v.value, count(*)::int as count, total from total, (
          select ${sql.unsafe(VALUES[dimension])} as value
          from matched m join search_documents d using (generation, id) where m.failed = 0
        ) v where v.value is not null group by v.value, total order by count desc, value)`,
    )}`
}

/** Counts of all that a search finds, by every dimension. */
export const aggregate = async (
  sql: Sql,
  { text, filters }: Pick<SearchQuery, 'text' | 'filters'>,
): Promise<Aggregation> => {
  const query: SearchQuery = { text, filters, sort: 'newest', limit: 1, locale: 'zh-CN', facets: [] }
  const parsed = parseQuery(text)
  const terms = await termsOf(sql, parsed)
  const strict = await count(sql, query, false, terms)
  const enough = (strict[0]?.total ?? 0) >= RELAX_BELOW || parsed.words.length + parsed.numbers.length === 0
  const rows = enough ? strict : await count(sql, query, true, terms)
  const countsOf = (dimension: Dimension): FacetCount[] =>
    rows.filter((row) => row.dimension === dimension).map((row) => ({ value: row.value, count: row.count }))
  const counts = Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, countsOf(dimension)]))
  return { total: rows[0]?.total ?? 0, counts: counts as Aggregation['counts'] }
}
