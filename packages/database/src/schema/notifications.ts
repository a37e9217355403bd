import { DELIVERIES, type Delivery, MAIL_CLASSES, type MailClass } from '@market/domain/notifications'
import { sql } from 'drizzle-orm'
import { boolean, check, index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { id, instant, oneOf } from './columns.ts'
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
    /** To be told in the reader's next daily digest. */
    awaitsDigest: boolean('awaits_digest').notNull().default(false),
    /** The digest it is told in; given before that is sent, so that sending it again is the same one. */
    digestId: uuid('digest_id'),
  },
  (t) => [
    uniqueIndex('notifications_told_once').on(t.userId, t.source),
    index('notifications_newest').on(t.userId, t.createdAt, t.id),
    index('notifications_unread').on(t.userId, t.createdAt, t.id).where(sql`${t.readAt} is null`),
    index('notifications_digest').on(t.userId, t.digestId).where(sql`${t.awaitsDigest}`),
    check('notifications_path_inside', sql`${t.path} like '/%' and ${t.path} not like '//%'`),
  ],
)

/** How a person wants the mails of a class; what is not here comes at once. */
export const mailPreferences = pgTable(
  'mail_preferences',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    mailClass: text('mail_class').$type<MailClass>().notNull(),
    delivery: text('delivery').$type<Delivery>().notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.mailClass] }),
    check(
      'mail_preferences_class_known',
      oneOf(
        t.mailClass,
        MAIL_CLASSES.map(({ code }) => code),
      ),
    ),
    check('mail_preferences_delivery_known', oneOf(t.delivery, DELIVERIES)),
  ],
)
