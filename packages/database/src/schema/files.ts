import type { FilePurpose } from '@market/domain/codes'
import { sql } from 'drizzle-orm'
import { bigint, check, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { id, instant, oneOf } from './columns.ts'
import { users } from './identity.ts'
import { organizations } from './organizations.ts'

/** What was uploaded, by whom, with the SHA-256 of its bytes; the bytes themselves are in file storage. */
export const files = pgTable(
  'files',
  {
    id: id(),
    organizationId: uuid('organization_id')
      .notNull()
      .references(() => organizations.id),
    purpose: text('purpose').$type<FilePurpose>().notNull(),
    name: text('name').notNull(),
    mediaType: text('media_type').notNull(),
    sizeBytes: bigint('size_bytes', { mode: 'number' }).notNull(),
    sha256: text('sha256').notNull(),
    storageKey: text('storage_key').notNull().unique(),
    /** Of pictures, and of videos that tell. */
    width: integer('width'),
    height: integer('height'),
    durationMs: integer('duration_ms'),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    check('files_sha256_hex', sql`${t.sha256} ~ '^[0-9a-f]{64}$'`),
    check('files_size_positive', sql`${t.sizeBytes} > 0`),
    index('files_organization').on(t.organizationId, t.createdAt),
  ],
)

export const RENDITIONS = ['thumb', 'medium', 'large'] as const
export type Rendition = (typeof RENDITIONS)[number]

/** A picture made smaller, as WebP; stored when the picture is. */
export const fileRenditions = pgTable(
  'file_renditions',
  {
    fileId: uuid('file_id')
      .notNull()
      .references(() => files.id),
    rendition: text('rendition').$type<Rendition>().notNull(),
    storageKey: text('storage_key').notNull().unique(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    sizeBytes: bigint('size_bytes', { mode: 'number' }).notNull(),
    sha256: text('sha256').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.fileId, t.rendition] }),
    check('file_renditions_known', oneOf(t.rendition, RENDITIONS)),
    check('file_renditions_sizes', sql`${t.width} > 0 and ${t.height} > 0 and ${t.sizeBytes} > 0`),
  ],
)

/**
 * Places in file storage that are about to be written to. A row goes in the transaction that records what was written;
 * one that stays tells of bytes whose record never came.
 */
export const pendingObjects = pgTable(
  'pending_objects',
  {
    storageKey: text('storage_key').primaryKey(),
    begunAt: instant('begun_at').notNull(),
  },
  (t) => [index('pending_objects_oldest').on(t.begunAt)],
)
