import { sql } from 'drizzle-orm'
import {
  bigint,
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
import { fen, instant } from './columns.ts'

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })

/** One build of the search index. Readers follow the row marked current; a rebuild fills the next one beside it. */
export const searchGenerations = pgTable(
  'search_generations',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    state: text('state').$type<'building' | 'current'>().notNull(),
    /** Kept in step by every write, so that ranking knows the size of the collection without counting it. */
    documentCount: integer('document_count').notNull().default(0),
    wordCount: bigint('word_count', { mode: 'number' }).notNull().default(0),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('search_generations_one_current').on(t.state).where(sql`${t.state} = 'current'`),
    check('search_generations_state_known', sql`${t.state} in ('building', 'current')`),
  ],
)

/** What the PostgreSQL search engine knows of a published listing; derived, rebuilt by one command. */
export const searchDocuments = pgTable(
  'search_documents',
  {
    generation: integer('generation')
      .notNull()
      .references(() => searchGenerations.id, { onDelete: 'cascade' }),
    /** No foreign key: the index follows the listings by events, a moment later. */
    id: uuid('id').notNull(),
    /** Words as segmented by us, weighted A to D by field. */
    words: tsvector('words').notNull(),
    /** English stems of the English fields, with the same weights. */
    stems: tsvector('stems').notNull(),
    /** Every form in which somebody may write the number of a right. */
    numbers: text('numbers').array().notNull(),
    wordCount: integer('word_count').notNull(),
    kind: text('kind').notNull(),
    technicalField: text('technical_field'),
    planIndustry: text('plan_industry'),
    transferModes: text('transfer_modes').array().notNull(),
    maturityLevel: integer('maturity_level'),
    ownerId: uuid('owner_id').notNull(),
    regionCode: text('region_code').notNull(),
    priceFen: fen('price_fen'),
    publishedAt: instant('published_at').notNull(),
    document: jsonb('document').$type<Record<string, unknown>>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.generation, t.id] }),
    // Without the pending list: it makes the planner shun the index until the next vacuum.
    index('search_documents_words').using('gin', t.words).with({ fastupdate: false }),
    index('search_documents_stems').using('gin', t.stems).with({ fastupdate: false }),
    index('search_documents_numbers').using('gin', t.numbers).with({ fastupdate: false }),
    index('search_documents_newest').on(t.generation, t.publishedAt, t.id),
  ],
)

/** Latin words that occur in documents, to find the one meant by a misspelt word (trigram index by hand). */
export const searchWords = pgTable('search_words', { word: text('word').primaryKey() })

/** Listings an engine could not take in when it was told to; worked off as soon as it answers again. */
export const searchBacklog = pgTable(
  'search_backlog',
  {
    engine: text('engine').notNull(),
    listingId: uuid('listing_id').notNull(),
    attempts: integer('attempts').notNull().default(1),
    lastError: text('last_error').notNull(),
    firstFailedAt: instant('first_failed_at').notNull(),
    lastFailedAt: instant('last_failed_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.engine, t.listingId] }),
    index('search_backlog_oldest').on(t.engine, t.lastFailedAt),
  ],
)
