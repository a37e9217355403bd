import type { Fragment, Sql } from 'postgres'
import { FACETS, type Facet, type FacetCount, type SearchQuery, type SearchResult } from '../../engine.ts'

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

/** Bit per filter a document fails, so that one pass counts each facet with all the other filters on. */
export const failedFilters = (sql: Sql, query: SearchQuery): Fragment => {
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

/** Rows of facet, value and count over `matched`. */
export const facetCounts = (sql: Sql, facets: readonly Facet[]): Fragment => {
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

export const groupFacets = (
  facets: readonly Facet[],
  rows: readonly ({ facet: Facet } & FacetCount)[],
): SearchResult['facets'] => {
  const grouped: SearchResult['facets'] = {}
  for (const facet of facets) {
    grouped[facet] = rows.filter((row) => row.facet === facet).map(({ value, count }) => ({ value, count }))
  }
  return grouped
}
