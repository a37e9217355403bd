import type { ListingKind, PlanIndustry, TransferMode } from '@market/domain/codes'
import { authorize } from '@market/domain/policy'
import { type ListedListing, listPublishedListings } from '../listings/index.ts'
import type { SearchContext } from './search-context.ts'
import { searchListings } from './search-listings.ts'

export interface FeedInput {
  /** Only what a search finds, the newest of it first. */
  text?: string | undefined
  organizationId?: string | undefined
  kind?: ListingKind | undefined
  planIndustry?: PlanIndustry | undefined
  transferMode?: TransferMode | undefined
  limit: number
}

const found = async (context: SearchContext, input: FeedInput, text: string): Promise<string[]> => {
  const { organizationId, kind, planIndustry, transferMode, limit } = input
  const filters = {
    ...(organizationId ? { ownerId: [organizationId] } : {}),
    ...(kind ? { kind: [kind] } : {}),
    ...(planIndustry ? { planIndustry: [planIndustry] } : {}),
    ...(transferMode ? { transferModes: [transferMode] } : {}),
  }
  const { hits } = await searchListings(context, { text, filters, sort: 'newest', limit })
  return hits.map(({ id }) => id)
}

/** The newest published listings of a feed's filter, for programs elsewhere. Public. */
export const readFeed = async (context: SearchContext, input: FeedInput): Promise<ListedListing[]> => {
  authorize(context.actor, 'listing.read_feed')
  const { text, ...filter } = input
  const ids = text ? await found(context, input, text) : undefined
  const { items } = await listPublishedListings(context, { ...filter, ids })
  return items
}
