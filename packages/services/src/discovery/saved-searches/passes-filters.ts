import type { SearchDocument } from '@market/search'
import { meetsFilters } from '@market/search/meets-filters'
import type { SavedSearchRecord } from './records.ts'
import { askedOf } from './stored-filters.ts'

/** Whether a document meets what a saved search was filtered by, as the engines would have it. */
export const passesFilters = (document: SearchDocument, stored: SavedSearchRecord['filters']): boolean =>
  meetsFilters(document, askedOf(stored))
