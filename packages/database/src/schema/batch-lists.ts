import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { calendarDate, fen, id, instant } from './columns.ts'
import { users } from './identity.ts'
import { organizations } from './organizations.ts'
import { registrationVersions } from './registration.ts'

/** A list of an agency's registrations (登记清单), as they stood when it was made. Append-only by trigger. */
export const batchLists = pgTable(
  'batch_lists',
  {
    id: id(),
    agencyId: uuid('agency_id')
      .notNull()
      .references(() => organizations.id),
    fromOn: calendarDate('from_on').notNull(),
    toOn: calendarDate('to_on').notNull(),
    contractCount: integer('contract_count').notNull(),
    contractAmountFen: fen('contract_amount_fen').notNull(),
    technologyAmountFen: fen('technology_amount_fen').notNull(),
    /** SHA-256 over the facts of its contracts, line by line. */
    sha256: text('sha256').notNull(),
    /** Unguessable; opens the public page that says whether the list still holds. */
    verificationCode: text('verification_code').notNull().unique(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    check('batch_lists_period', sql`${t.fromOn} <= ${t.toOn}`),
    check('batch_lists_not_empty', sql`${t.contractCount} > 0`),
    index('batch_lists_agency').on(t.agencyId, t.createdAt, t.id),
  ],
)

/** A contract on a list, in the version that was listed: any later version makes the list void. */
export const batchListMembers = pgTable(
  'batch_list_members',
  {
    batchListId: uuid('batch_list_id')
      .notNull()
      .references(() => batchLists.id),
    position: integer('position').notNull(),
    registrationId: uuid('registration_id').notNull(),
    version: integer('version').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.batchListId, t.position] }),
    foreignKey({
      columns: [t.registrationId, t.version],
      foreignColumns: [registrationVersions.registrationId, registrationVersions.version],
      name: 'batch_list_members_version',
    }),
    index('batch_list_members_registration').on(t.registrationId),
  ],
)
