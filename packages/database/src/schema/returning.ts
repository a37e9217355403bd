import { CADENCES, type Cadence } from '@market/domain/discovery'
import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { calendarDate, id, instant, oneOf } from './columns.ts'
import { users } from './identity.ts'
import { listings } from './listings.ts'

const tsquery = customType<{ data: string }>({ dataType: () => 'tsquery' })

/** Listings a person wants to find again, with a note for themselves. */
export const favourites = pgTable(
  'favourites',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    listingId: uuid('listing_id')
      .notNull()
      .references(() => listings.id),
    note: text('note').notNull().default(''),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.listingId] }),
    index('favourites_newest').on(t.userId, t.createdAt, t.listingId),
    index('favourites_listing').on(t.listingId),
    check('favourites_note_short', sql`char_length(${t.note}) <= 1000`),
  ],
)

/** A search that looks for itself: each new listing is held against all of them. */
export const savedSearches = pgTable(
  'saved_searches',
  {
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    name: text('name').notNull(),
    text: text('text').notNull(),
    /** Values chosen per facet, as the search engines take them, and bounds by the names of their parameters. */
    filters: jsonb('filters').$type<Record<string, string[]>>().notNull(),
    /** Digest of text and filters: one person keeps one search once. */
    queryKey: text('query_key').notNull(),
    /** The text as a condition on the words of a document; null asks for everything. */
    compiled: tsquery('compiled'),
    /** The edition of the reader that compiled it. */
    compiledBy: integer('compiled_by').notNull(),
    cadence: text('cadence').$type<Cadence>().notNull(),
    byMail: boolean('by_mail').notNull(),
    pausedAt: instant('paused_at'),
    /** The day of the last digest; at first the day it was saved. */
    lastDigestOn: calendarDate('last_digest_on').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('saved_searches_once').on(t.userId, t.queryKey),
    index('saved_searches_newest').on(t.userId, t.createdAt, t.id),
    check('saved_searches_cadence_known', oneOf(t.cadence, CADENCES)),
    check('saved_searches_name_short', sql`char_length(${t.name}) between 1 and 100`),
  ],
)

/** A version of a listing that a saved search found: told once, when its turn has come. */
export const savedSearchMatches = pgTable(
  'saved_search_matches',
  {
    savedSearchId: uuid('saved_search_id')
      .notNull()
      .references(() => savedSearches.id, { onDelete: 'cascade' }),
    listingId: uuid('listing_id')
      .notNull()
      .references(() => listings.id),
    version: integer('version').notNull(),
    matchedAt: instant('matched_at').notNull(),
    /** The mail or notice it is told in; given before that is sent, so that sending it again is the same one. */
    deliveryId: uuid('delivery_id'),
    deliveredAt: instant('delivered_at'),
  },
  (t) => [
    primaryKey({ columns: [t.savedSearchId, t.listingId, t.version] }),
    index('saved_search_matches_listing').on(t.listingId),
    index('saved_search_matches_due').on(t.savedSearchId, t.matchedAt).where(sql`${t.deliveredAt} is null`),
    check('saved_search_matches_delivered_as', sql`${t.deliveredAt} is null or ${t.deliveryId} is not null`),
  ],
)
