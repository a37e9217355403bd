import type {
  SearchBound,
  SearchFacet,
  SearchHit,
  SearchPage,
  SearchQuery,
} from '@market/contracts/discovery'
import type { Facet, SearchHit as Hit, SearchFilters, SearchRanges } from '@market/search'
import type { ListingSearchResult } from '@market/services/discovery'

/** Query parameter → field of the search document. */
const FACET_OF: Record<SearchFacet, Facet> = {
  kind: 'kind',
  field: 'technicalField',
  planIndustry: 'planIndustry',
  mode: 'transferModes',
  maturity: 'maturityLevel',
  owner: 'ownerId',
  region: 'regionCode',
  price: 'priceBand',
  ipc: 'ipc',
}
const NAMES = Object.entries(FACET_OF) as [SearchFacet, Facet][]

export const filtersOf = (query: Pick<SearchQuery, SearchFacet>): SearchFilters =>
  Object.fromEntries(NAMES.map(([name, facet]) => [facet, query[name]]))

export const rangesOf = ({
  priceMin,
  priceMax,
  maturityMin,
  maturityMax,
}: Pick<SearchQuery, SearchBound>): SearchRanges => ({
  priceFen: { min: priceMin, max: priceMax },
  maturityLevel: { min: maturityMin, max: maturityMax },
})

/** Whether more is asked for than words: a search that then finds nothing says little of the words. */
export const isNarrowed = (filters: SearchFilters, ranges: SearchRanges): boolean =>
  Object.values(filters).some(({ length }) => length > 0) ||
  Object.values(ranges).some(({ min, max }) => min !== undefined || max !== undefined)

const presentHit = ({ document, title, fragments }: Hit, frozen: boolean): SearchHit => ({
  id: document.id,
  kind: document.kind,
  state: document.state,
  frozen,
  titleZh: document.titleZh,
  titleEn: document.titleEn,
  title,
  fragments,
  owner: { id: document.ownerId, nameZh: document.ownerNameZh, nameEn: document.ownerNameEn },
  technicalField: document.technicalField,
  planIndustry: document.planIndustry,
  transferModes: document.transferModes,
  maturityLevel: document.maturityLevel,
  priceMode: document.priceMode,
  priceFen: document.priceFen,
  priceMaxFen: document.priceMaxFen,
  regionCode: document.regionCode,
  publishedAt: document.publishedAt,
})

export const presentSearch = (result: ListingSearchResult): SearchPage => ({
  items: result.hits.map((hit) => presentHit(hit, result.frozen.has(hit.id))),
  nextCursor: result.nextCursor,
  total: result.total.value,
  totalIsExact: result.total.exact,
  relaxed: result.relaxed,
  facets: Object.fromEntries(
    NAMES.map(([name, facet]) => [name, result.facets[facet]]),
  ) as SearchPage['facets'],
})

/** Says who answered, and whether it did so in another's place. */
export const engineHeader = ({ answeredBy, fallback }: { answeredBy: string; fallback: boolean }): string =>
  fallback ? `${answeredBy}; fallback` : answeredBy
