export { createEngines, type Engines, type EnginesOptions } from './create-engines.ts'
export { buildDocument, type DocumentSource, type SearchDocument } from './document.ts'
export type {
  Aggregation,
  Dimension,
  EngineHealth,
  EngineName,
  Facet,
  FacetCount,
  Fragment,
  FragmentField,
  Range,
  SearchEngine,
  SearchFilters,
  SearchHit,
  SearchQuery,
  SearchRanges,
  SearchResult,
  SearchSort,
  Segment,
  SimilarHit,
  SimilarOptions,
  TextTerm,
} from './engine.ts'
export { DIMENSIONS, FACETS, FRAGMENT_FIELDS, SEARCH_SORTS } from './engine.ts'
export { createMeilisearchEngine, type MeilisearchEngineOptions } from './engines/meilisearch.ts'
export { createPostgresEngine, type PostgresEngineOptions } from './engines/postgres.ts'
export { meetsFilters } from './meets-filters.ts'
export { createStandingQueries, type StandingQueries } from './standing-queries.ts'
export { TERM_GROUPS, type TermGroup } from './terms/term-list.ts'
export { type FallbackOptions, withFallback } from './with-fallback.ts'
