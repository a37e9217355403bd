import { sql } from 'drizzle-orm'
import {
  bigint,
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
import { fen, instant } from './columns.ts'

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })

/** One build of the search index. Readers follow the row marked current; a rebuild fills the next one beside it. */
export const searchGenerations = pgTable(
  'search_generations',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    state: text('state').$type<'building' | 'current' | 'retired'>().notNull(),
    /** Kept in step by every write, so that ranking knows the size of the collection without counting it. */
    documentCount: integer('document_count').notNull().default(0),
    wordCount: bigint('word_count', { mode: 'number' }).notNull().default(0),
    /** Raised by every write: what was counted before it may be wrong after. */
    version: bigint('version', { mode: 'number' }).notNull().default(0),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('search_generations_one_current').on(t.state).where(sql`${t.state} = 'current'`),
    check('search_generations_state_known', sql`${t.state} in ('building', 'current', 'retired')`),
  ],
)

/**
 * What the PostgreSQL search engine knows of a published listing; derived, rebuilt by one command. Cut by generation
 * into tables that the engine makes and removes, each with its own GIN index of words: see the rules beside.
 */
export const searchDocuments = pgTable(
  'search_documents',
  {
    generation: integer('generation').notNull(),
    /** No foreign key: the index follows the listings by events, a moment later. */
    id: uuid('id').notNull(),
    /**
     * Words and, marked by ~, English stems, weighted A to D by field; marked by + names of several words, by ^ what
     * stands in a title, by # the numbers of its rights in every form. Lies outside the row: see the rules beside.
     */
    words: tsvector('words').notNull(),
    wordCount: integer('word_count').notNull(),
    /** One character for each facet value (search_facet_values): to count facets is to count characters. */
    facets: text('facets').notNull(),
    maturityLevel: integer('maturity_level'),
    priceFen: fen('price_fen'),
    publishedAt: instant('published_at').notNull(),
    document: jsonb('document').$type<Record<string, unknown>>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.generation, t.id] }),
    index('search_documents_newest').on(t.generation, t.publishedAt, t.id),
  ],
)

/** The character that stands for a facet's value. */
export const searchFacetValues = pgTable(
  'search_facet_values',
  {
    facet: text('facet').notNull(),
    value: text('value').notNull(),
    code: integer('code').notNull().unique('search_facet_values_one_code'),
  },
  (t) => [
    primaryKey({ columns: [t.facet, t.value] }),
    // Printable, and within what one unit of UTF-16 holds.
    check('search_facet_values_code_known', sql`${t.code} between 161 and 55295`),
  ],
)

/** Every word of a generation with the number of documents that hold it (trigram index by hand). */
export const searchWords = pgTable(
  'search_words',
  {
    generation: integer('generation')
      .notNull()
      .references(() => searchGenerations.id, { onDelete: 'cascade' }),
    word: text('word').notNull(),
    holding: integer('holding').notNull(),
    /** Fit to be meant by a misspelt word. */
    latin: boolean('latin').notNull(),
    /** How a Chinese word of a title is typed in Latin letters: shimoxi, smx. */
    pinyin: text('pinyin'),
    initials: text('initials'),
  },
  (t) => [
    primaryKey({ columns: [t.generation, t.word] }),
    index('search_words_pinyin').on(t.pinyin.op('text_pattern_ops')).where(sql`${t.pinyin} is not null`),
    index('search_words_initials')
      .on(t.initials.op('text_pattern_ops'))
      .where(sql`${t.initials} is not null`),
  ],
)

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
