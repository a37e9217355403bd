import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { id, instant } from './columns.ts'
import { users } from './identity.ts'
import { organizations } from './organizations.ts'

/** What a person is told inside the market, whichever capability tells it. */
export const notifications = pgTable(
  'notifications',
  {
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    /** The organization it is about; null for what concerns the person alone. */
    organizationId: uuid('organization_id').references(() => organizations.id),
    /** What it is about: the type of an event, or a word of the capability's own. */
    topic: text('topic').notNull(),
    /** The same whenever the same thing is told again; a person is told once. */
    source: text('source').notNull(),
    titleZh: text('title_zh').notNull(),
    titleEn: text('title_en').notNull(),
    /** Path of the page it leads to. */
    path: text('path').notNull(),
    createdAt: instant('created_at').notNull(),
    readAt: instant('read_at'),
  },
  (t) => [
    uniqueIndex('notifications_told_once').on(t.userId, t.source),
    index('notifications_newest').on(t.userId, t.createdAt, t.id),
    index('notifications_unread').on(t.userId, t.createdAt, t.id).where(sql`${t.readAt} is null`),
    check('notifications_path_inside', sql`${t.path} like '/%' and ${t.path} not like '//%'`),
  ],
)
