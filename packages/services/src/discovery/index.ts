export { addFavourite, noteFavourite, removeFavourite } from './favourites/change-favourite.ts'
export { findFavourites, type ListedFavourite, listFavourites } from './favourites/list-favourites.ts'
export type { FavouriteRecord } from './favourites/records.ts'
export {
  FIELD_CHARTS,
  type FieldChart,
  type FieldChartName,
  type FieldMap,
  mapField,
} from './field-map/map-field.ts'
export { findSimilarListings, type SimilarListing } from './find-similar-listings.ts'
export { type IndexContext, LISTING_EVENTS, OWNER_EVENTS } from './index-context.ts'
export { forgetAttention } from './misses/forget-attention.ts'
export { listMisses, type MissedTerm } from './misses/list-misses.ts'
export { noteMiss } from './misses/note-miss.ts'
export { type FeedInput, readFeed } from './read-feed.ts'
export { rebuildSearch } from './rebuild-search.ts'
export {
  type EditSavedSearchInput,
  editSavedSearch,
  editSavedSearches,
  readUnsubscription,
  removeSavedSearch,
  unsubscribeSavedSearch,
} from './saved-searches/change-saved-search.ts'
export { type CreateSavedSearchInput, createSavedSearch } from './saved-searches/create-saved-search.ts'
export {
  type DeliveryContext,
  deliverDigests,
  deliverInstantMatches,
} from './saved-searches/deliver-matches.ts'
export {
  getSavedSearch,
  type ListedSavedSearch,
  listSavedSearches,
} from './saved-searches/list-saved-searches.ts'
export { type MatchContext, matchSavedSearches } from './saved-searches/match-saved-searches.ts'
export type { SavedSearchRecord } from './saved-searches/records.ts'
export { searchPathOf } from './saved-searches/search-path.ts'
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
export { noteVisit } from './visits/note-visit.ts'
export { readVisits, type VisitFigures } from './visits/read-visits.ts'
export type { Visitor } from './visits/visitor.ts'
export { workOffBacklog } from './work-off-backlog.ts'
