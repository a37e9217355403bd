import { bigint, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'

/** Append-only (a trigger refuses change); each row's hash covers the row and the hash before it. */
export const auditEntries = pgTable(
  'audit_entries',
  {
    /** Gapless position in the chain, given under the chain's lock. */
    position: bigint('position', { mode: 'number' }).primaryKey(),
    at: instant('at').notNull(),
    /** No foreign keys: the trail must outlive what it speaks of. Null actor: the system itself. */
    actorUserId: uuid('actor_user_id'),
    actorOrganizationId: uuid('actor_organization_id'),
    action: text('action').notNull(),
    subjectType: text('subject_type').notNull(),
    subjectId: text('subject_id').notNull(),
    /** The organization whose record it is, so that its members can read their own trail. */
    organizationId: uuid('organization_id'),
    before: jsonb('before'),
    after: jsonb('after'),
    requestId: text('request_id').notNull(),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull().unique(),
  },
  (t) => [
    index('audit_entries_subject').on(t.subjectType, t.subjectId, t.position),
    index('audit_entries_organization').on(t.organizationId, t.position),
  ],
)

/** One row: the end of the chain. Locking it puts writers of the trail in order. */
export const auditHead = pgTable('audit_head', {
  id: bigint('id', { mode: 'number' }).primaryKey(),
  position: bigint('position', { mode: 'number' }).notNull(),
  hash: text('hash').notNull(),
})
