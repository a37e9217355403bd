import type { Locale } from '@market/domain'
import type { SearchResult } from '@market/search'
import type { SearchContext } from './search-context.ts'

export interface SuggestListingsInput {
  text: string
  limit: number
  locale?: Locale | undefined
}

/** Listings whose words begin as the reader has typed so far. Public; nothing for an empty text. */
export const suggestListings = async (
  context: SearchContext,
  { text, limit, locale = context.locale }: SuggestListingsInput,
): Promise<SearchResult | null> =>
  text.trim() === ''
    ? null
    : context.search.search({
        text,
        filters: {},
        sort: 'relevance',
        limit,
        locale,
        facets: [],
        count: false,
        fragments: false,
      })
