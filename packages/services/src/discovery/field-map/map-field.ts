import { ipcHeading } from '@market/domain/codes'
import { authorize } from '@market/domain/policy'
import type { FacetCount, SearchFilters, SearchRanges } from '@market/search'
import { FACETS, type Facet } from '@market/search/engine'
import { codeName, type Name, ownerNames } from '../facet-names.ts'
import type { SearchContext } from '../search-context.ts'

/** What a field is charted by, in the order of the page. */
export const FIELD_CHARTS = [
  'filedYear',
  'year',
  'ownerId',
  'ipcClass',
  'maturityLevel',
  'transferModes',
  'planIndustry',
  'technicalField',
  'regionCode',
] as const
export type FieldChartName = (typeof FIELD_CHARTS)[number]

export interface FieldChart {
  name: FieldChartName
  items: (FacetCount & Name)[]
  /** Values beyond the shown ones, and the results behind them. */
  rest: { values: number; count: number }
}

export interface FieldMap {
  /** Results of the search; one may count in several bars of a chart, or in none. */
  total: number
  charts: FieldChart[]
}

const MOST_BARS = 15
const IN_ORDER: readonly FieldChartName[] = ['filedYear', 'year', 'maturityLevel']

const isFacet = (name: string): name is Facet => FACETS.some((facet) => facet === name)

const nameOf = (chart: FieldChartName, value: string, owners: ReadonlyMap<string, Name>): Name => {
  if (chart === 'ownerId') return owners.get(value) ?? { nameZh: value, nameEn: value }
  if (isFacet(chart)) return codeName(chart, value)
  const heading = chart === 'ipcClass' ? ipcHeading(value) : undefined
  return {
    nameZh: heading ? `${value} ${heading.zh}` : value,
    nameEn: heading ? `${value} ${heading.en}` : value,
  }
}

const arrange = (name: FieldChartName, counts: readonly FacetCount[]): FacetCount[] =>
  IN_ORDER.includes(name)
    ? counts.toSorted((left, right) => Number(left.value) - Number(right.value))
    : counts.slice(0, MOST_BARS)

/** The results of any search counted for charts: time, owners, classes, maturity, modes, industry and region. Public. */
export const mapField = async (
  context: SearchContext,
  query: { text: string; filters: SearchFilters; ranges?: SearchRanges | undefined },
): Promise<FieldMap> => {
  authorize(context.actor, 'listing.search')
  const { total, counts } = await context.search.aggregate(query)
  const owners = await ownerNames(
    context.db,
    counts.ownerId.slice(0, MOST_BARS).map(({ value }) => value),
  )
  const charts = FIELD_CHARTS.map((name): FieldChart => {
    const items = arrange(name, counts[name])
    const left = counts[name].slice(items.length)
    return {
      name,
      items: items.map((item) => ({ ...item, ...nameOf(name, item.value, owners) })),
      rest: { values: left.length, count: left.reduce((sum, { count }) => sum + count, 0) },
    }
  })
  return { total, charts }
}
