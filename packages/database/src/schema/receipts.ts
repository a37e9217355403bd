import { sql } from 'drizzle-orm'
import { type AnyPgColumn, check, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { calendarDate, fen, id, instant } from './columns.ts'
import { files } from './files.ts'
import { users } from './identity.ts'
import { organizations } from './organizations.ts'
import { payments } from './payments.ts'
import { registrations } from './registration.ts'

/** Money received under a registered contract. Append-only by trigger: a correction is a new row that names the old. */
export const receipts = pgTable(
  'receipts',
  {
    id: id(),
    registrationId: uuid('registration_id')
      .notNull()
      .references(() => registrations.id),
    /** The receipt this one takes the place of. */
    correctsId: uuid('corrects_id').references((): AnyPgColumn => receipts.id),
    receivedOn: calendarDate('received_on').notNull(),
    /** All that was received; zero only in a correction: it never came. */
    amountFen: fen('amount_fen').notNull(),
    /** The technical part of it, as whoever records it says. */
    declaredTechnologyFen: fen('declared_technology_fen').notNull(),
    note: text('note').notNull().default(''),
    fileId: uuid('file_id').references(() => files.id),
    /** The confirmed payment it comes from; null where somebody entered it by hand. */
    paymentId: uuid('payment_id').references(() => payments.id),
    organizationId: uuid('organization_id')
      .notNull()
      .references(() => organizations.id),
    recordedBy: uuid('recorded_by')
      .notNull()
      .references(() => users.id),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [
    check(
      'receipts_amounts',
      sql`${t.declaredTechnologyFen} between 0 and ${t.amountFen} and (0 < ${t.amountFen} or ${t.correctsId} is not null)`,
    ),
    uniqueIndex('receipts_corrected_once').on(t.correctsId).where(sql`${t.correctsId} is not null`),
    uniqueIndex('receipts_one_per_payment')
      .on(t.paymentId, t.registrationId)
      .where(sql`${t.correctsId} is null and ${t.paymentId} is not null`),
    index('receipts_registration').on(t.registrationId, t.receivedOn),
    index('receipts_file').on(t.fileId),
  ],
)

/** What a registrar found to be technical income in a receipt (核定技术性收入). Append-only by trigger. */
export const receiptVerifications = pgTable(
  'receipt_verifications',
  {
    /** A receipt is verified once; who finds it wrong has the receipt corrected. */
    receiptId: uuid('receipt_id')
      .primaryKey()
      .references(() => receipts.id),
    verifiedTechnologyFen: fen('verified_technology_fen').notNull(),
    reason: text('reason').notNull().default(''),
    verifiedBy: uuid('verified_by')
      .notNull()
      .references(() => users.id),
    verifiedAt: instant('verified_at').notNull(),
  },
  (t) => [check('receipt_verifications_amount', sql`0 <= ${t.verifiedTechnologyFen}`)],
)
