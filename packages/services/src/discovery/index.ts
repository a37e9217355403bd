export { type IndexContext, LISTING_EVENTS, OWNER_EVENTS } from './index-context.ts'
export { rebuildSearch } from './rebuild-search.ts'
export type { SearchContext } from './search-context.ts'
export {
  type ListingSearchResult,
  type NamedFacetValue,
  type SearchListingsInput,
  searchListings,
} from './search-listings.ts'
export { type SuggestListingsInput, suggestListings } from './suggest-listings.ts'
export { synchronizeListings } from './synchronize-listings.ts'
export { synchronizeOwner } from './synchronize-owner.ts'
export { workOffBacklog } from './work-off-backlog.ts'
