import type { Locale } from '@market/domain'
import type { SearchDocument } from './document.ts'

export const SEARCH_SORTS = ['relevance', 'newest', 'price_asc', 'price_desc'] as const
export type SearchSort = (typeof SEARCH_SORTS)[number]

/** A value chosen in a facet does not narrow its own counts; what a document counts for: facet-values.ts. */
export const FACETS = [
  'kind',
  'technicalField',
  'planIndustry',
  'transferModes',
  'maturityLevel',
  'ownerId',
  'regionCode',
  'priceBand',
  'ipc',
] as const
export type Facet = (typeof FACETS)[number]

export type SearchFilters = Partial<Record<Facet, readonly string[]>>

/** Bounds, both inclusive. */
export interface Range {
  min?: number | undefined
  max?: number | undefined
}

/** A listing without the figure is outside every range. */
export interface SearchRanges {
  priceFen?: Range | undefined
  maturityLevel?: Range | undefined
}

export interface SearchQuery {
  text: string
  filters: SearchFilters
  ranges?: SearchRanges | undefined
  sort: SearchSort
  limit: number
  locale: Locale
  /** Which facets to count; none for suggestions. */
  facets: readonly Facet[]
  /** False where nobody reads the total: counting all that a common word finds costs more than finding the best. */
  count?: boolean
  /** False where only titles are shown: cutting and marking texts costs more than fetching them. */
  fragments?: boolean
  cursor?: string | undefined
}

/** A piece of a text; `marked` pieces are what the query hit. Plain text, never markup. */
export interface Segment {
  text: string
  marked: boolean
}

export const FRAGMENT_FIELDS = ['summary', 'problem', 'advantage', 'applications'] as const
export type FragmentField = (typeof FRAGMENT_FIELDS)[number]

export interface Fragment {
  field: FragmentField
  locale: Locale
  segments: Segment[]
}

export interface SearchHit {
  id: string
  document: SearchDocument
  title: Segment[]
  fragments: Fragment[]
}

export interface FacetCount {
  value: string
  count: number
}

export type EngineName = 'postgres' | 'meilisearch'

export interface SearchResult {
  hits: SearchHit[]
  /** `exact` is false where the engine only estimates. */
  total: { value: number; exact: boolean }
  facets: Partial<Record<Facet, FacetCount[]>>
  nextCursor: string | null
  /** Too few documents held every word, so those holding some of them are here as well, after the others. */
  relaxed: boolean
  answeredBy: EngineName
  /** The engine that should have answered could not. */
  fallback: boolean
}

/** A word of a text with what it tells: 0 for a word every listing holds, growing as it gets rarer. */
export interface TextTerm {
  text: string
  rarity: number
  /** Rarity times how firmly the text is about it. */
  weight: number
}

export interface SimilarHit {
  id: string
  document: SearchDocument
  /** Share of the source's weight that this listing answers, from 0 to 1. */
  score: number
  /** Words both hold, the rarest first, without those that are common beside it: the reason to show. */
  sharedTerms: string[]
  /** IPC subclasses both are in; none where the source is a bare text. */
  sharedIpc: string[]
}

export interface SimilarOptions {
  limit: number
  filters?: SearchFilters
}

/** What results can be counted by for charts: every facet, the years of publication and filing, and the IPC class (H01). */
export const DIMENSIONS = [...FACETS, 'year', 'filedYear', 'ipcClass'] as const
export type Dimension = (typeof DIMENSIONS)[number]

/** The results of a search, counted, with all its filters on. */
export interface Aggregation {
  total: number
  counts: Record<Dimension, FacetCount[]>
}

export type EngineHealth = { available: true } | { available: false; reason: string }

export interface SearchEngine {
  readonly name: EngineName
  /** Refuses `cursor.invalid` for a cursor that is not ours or belongs to another query. */
  search(query: SearchQuery): Promise<SearchResult>
  /** Listings like this one, never itself, the most alike first; none when it is not in the index. */
  similar(listingId: string, options: SimilarOptions): Promise<SimilarHit[]>
  /** Listings that speak of what a text speaks of, such as a need. */
  similarToText(text: string, options: SimilarOptions): Promise<SimilarHit[]>
  /** The telling words of a text, weighed by how rare they are among the listings. */
  extractTerms(text: string, limit: number): Promise<TextTerm[]>
  aggregate(query: Pick<SearchQuery, 'text' | 'filters' | 'ranges'>): Promise<Aggregation>
  /** Adds or replaces; a document is found once the promise resolves. */
  index(documents: readonly SearchDocument[]): Promise<void>
  remove(ids: readonly string[]): Promise<void>
  /** Replaces everything by `documents`; until the last moment searches are answered from what was there before. */
  rebuild(documents: AsyncIterable<SearchDocument>): Promise<{ indexed: number }>
  health(): Promise<EngineHealth>
  /** False while it lacks what was there before it: a server added later, or one that has lost its data. */
  isBuilt(): Promise<boolean>
}
