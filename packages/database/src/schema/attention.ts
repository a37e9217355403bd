import { sql } from 'drizzle-orm'
import { check, index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { calendarDate } from './columns.ts'
import { listings } from './listings.ts'
import { organizations } from './organizations.ts'

/** Random salts of visitor digests. Thrown away when their period is over: from then on nobody can tell who it was. */
export const visitorSalts = pgTable(
  'visitor_salts',
  {
    purpose: text('purpose').notNull(),
    /** First day of the period. */
    startsOn: calendarDate('starts_on').notNull(),
    salt: text('salt').notNull(),
  },
  (t) => [primaryKey({ columns: [t.purpose, t.startsOn] })],
)

/** A listing was looked at on a day: by an organization, or by somebody known only by that day's digest. */
export const listingVisits = pgTable(
  'listing_visits',
  {
    listingId: uuid('listing_id')
      .notNull()
      .references(() => listings.id),
    visitedOn: calendarDate('visited_on').notNull(),
    organizationId: uuid('organization_id').references(() => organizations.id),
    visitor: text('visitor'),
  },
  (t) => [
    check('listing_visits_one_kind', sql`(${t.organizationId} is null) <> (${t.visitor} is null)`),
    uniqueIndex('listing_visits_organization_once')
      .on(t.listingId, t.visitedOn, t.organizationId)
      .where(sql`${t.organizationId} is not null`),
    uniqueIndex('listing_visits_visitor_once')
      .on(t.listingId, t.visitedOn, t.visitor)
      .where(sql`${t.visitor} is not null`),
    index('listing_visits_day').on(t.visitedOn),
  ],
)

/** A term that found nothing, once per visitor and week. */
export const searchMisses = pgTable(
  'search_misses',
  {
    term: text('term').notNull(),
    weekOn: calendarDate('week_on').notNull(),
    visitor: text('visitor').notNull(),
    /** First day on which this visitor asked. */
    askedOn: calendarDate('asked_on').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.weekOn, t.term, t.visitor] }),
    check('search_misses_short', sql`char_length(${t.term}) between 2 and 60`),
  ],
)
