import type { Fragment, Sql } from 'postgres'
import { FACETS, type Facet, type Range, type SearchQuery } from '../../engine.ts'
import { isBounded, RANGE_OF } from '../../ranges.ts'
import type { FacetCodes } from './facet-codes.ts'

const RANGE_COLUMN = { priceFen: 'd.price_fen', maturityLevel: 'd.maturity_level' } as const

export interface Filters {
  /** Every filter is met. */
  met: Fragment
  /** Bit per facet whose filter a document fails, so that one pass counts each facet with all the others on. */
  failed: Fragment
  any: boolean
}

export const bitOf = (facet: Facet): number => 1 << FACETS.indexOf(facet)

const within = (sql: Sql, column: string, { min, max }: Range): Fragment => {
  const bound = (value: number | undefined, sign: '>=' | '<=') =>
    value === undefined
      ? sql`true`
      : sql`${sql.unsafe(column)} ${sql.unsafe(sign)} ${String(value)}::text::bigint`
  return sql`coalesce(${bound(min, '>=')} and ${bound(max, '<=')} and ${sql.unsafe(column)} is not null, false)`
}

/** The filters of a query as conditions on a document `d`. */
export const filtersOf = async (
  sql: Sql,
  codes: FacetCodes,
  { filters, ranges = {} }: Pick<SearchQuery, 'filters' | 'ranges'>,
): Promise<Filters> => {
  const parts: { facet: Facet; passes: Fragment }[] = []
  for (const facet of FACETS) {
    const chosen = filters[facet] ?? []
    const name = RANGE_OF[facet]
    const range = name && ranges[name]
    const conditions: Fragment[] = []
    if (chosen.length > 0) {
      const characters = await codes.charactersOf(facet, chosen)
      conditions.push(
        characters === '' ? sql`false` : sql`translate(d.facets, ${characters}::text, '') <> d.facets`,
      )
    }
    if (name && isBounded(range)) conditions.push(within(sql, RANGE_COLUMN[name], range))
    const [first, second] = conditions
    if (first) parts.push({ facet, passes: second ? sql`(${first} and ${second})` : first })
  }
  const failures = parts.map(
    ({ facet, passes }) => sql` + case when ${passes} then 0 else ${sql.unsafe(String(bitOf(facet)))} end`,
  )
  return {
    met:
      parts.length === 0
        ? sql`true`
        : sql`${parts.map(({ passes }, i) => sql`${i === 0 ? sql`` : sql` and `}${passes}`)}`,
    failed: parts.length === 0 ? sql`0` : sql`(0${failures})`,
    any: parts.length > 0,
  }
}
