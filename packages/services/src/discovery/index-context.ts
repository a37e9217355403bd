import type { Database } from '@market/database'
import type { Clock } from '@market/domain'
import type { SearchEngine } from '@market/search'

/** What the jobs that keep the search engines in step are given. */
export interface IndexContext {
  db: Database
  clock: Clock
  /** Every engine to be kept in step; the one in the database first, since it is never away. */
  engines: readonly SearchEngine[]
}

/** Events after which a listing reads differently, or may no longer be found. */
export const LISTING_EVENTS = [
  'listing.published',
  'listing.changed',
  'listing.withdrawn',
  'listing.transferred',
  'listing.expired',
  'listing.renewed',
] as const

/** The owner's name or standing changed, and with it every listing of theirs. */
export const OWNER_EVENTS = ['organization.changed'] as const

/** Listings handed to an engine at once. */
export const INDEX_BATCH = 200
