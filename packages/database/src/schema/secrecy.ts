import { MARKABLE_MEDIA_TYPES, NDA_MONTHS } from '@market/domain/licensing'
import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { calendarDate, id, instant, oneOf } from './columns.ts'
import { files } from './files.ts'
import { users } from './identity.ts'
import { listings } from './listings.ts'
import { organizations } from './organizations.ts'

const months = sql.raw(`${NDA_MONTHS.min} and ${NDA_MONTHS.max}`)

/** An owner's own words of its agreement of secrecy; the highest version counts, none is ever changed. */
export const ndaTemplates = pgTable(
  'nda_templates',
  {
    id: id(),
    organizationId: uuid('organization_id')
      .notNull()
      .references(() => organizations.id),
    version: integer('version').notNull(),
    bodyZh: text('body_zh').notNull(),
    bodyEn: text('body_en').notNull(),
    months: integer('months').notNull(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('nda_templates_version').on(t.organizationId, t.version),
    check(
      'nda_templates_whole',
      sql`${t.bodyZh} <> '' and ${t.bodyEn} <> '' and ${t.months} between ${months}`,
    ),
  ],
)

/** What a signatory accepted, word for word. Two that would hold at once are refused (nda_agreements_one). */
export const ndaAgreements = pgTable(
  'nda_agreements',
  {
    id: id(),
    listingId: uuid('listing_id')
      .notNull()
      .references(() => listings.id),
    ownerId: uuid('owner_id')
      .notNull()
      .references(() => organizations.id),
    readerId: uuid('reader_id')
      .notNull()
      .references(() => organizations.id),
    /** Null: the market's own words. */
    templateId: uuid('template_id').references(() => ndaTemplates.id),
    bodyZh: text('body_zh').notNull(),
    bodyEn: text('body_en').notNull(),
    /** Of both texts as they were shown. */
    sha256: text('sha256').notNull(),
    acceptedBy: uuid('accepted_by')
      .notNull()
      .references(() => users.id),
    /** The signatory's name on that day. */
    signatoryName: text('signatory_name').notNull(),
    acceptedAt: instant('accepted_at').notNull(),
    acceptedOn: calendarDate('accepted_on').notNull(),
    /** The last day on which files open. */
    expiresOn: calendarDate('expires_on').notNull(),
    withdrawnAt: instant('withdrawn_at'),
    withdrawnBy: uuid('withdrawn_by').references(() => users.id),
    /** The side that withdrew. */
    withdrawnFor: uuid('withdrawn_for').references(() => organizations.id),
    withdrawReason: text('withdraw_reason'),
  },
  (t) => [
    check('nda_agreements_two_sides', sql`${t.ownerId} <> ${t.readerId}`),
    check('nda_agreements_sha256_hex', sql`${t.sha256} ~ '^[0-9a-f]{64}$'`),
    check('nda_agreements_dates', sql`${t.acceptedOn} <= ${t.expiresOn}`),
    check(
      'nda_agreements_withdrawn_whole',
      sql`num_nonnulls(${t.withdrawnAt}, ${t.withdrawnBy}, ${t.withdrawnFor}, ${t.withdrawReason}) in (0, 4)
        and (${t.withdrawnFor} is null or ${t.withdrawnFor} in (${t.ownerId}, ${t.readerId}))`,
    ),
    index('nda_agreements_owner').on(t.ownerId, t.acceptedAt, t.id),
    index('nda_agreements_reader').on(t.readerId, t.acceptedAt, t.id),
  ],
)

/** Who opened which confidential file when; append-only. */
export const confidentialOpenings = pgTable(
  'confidential_openings',
  {
    id: id(),
    agreementId: uuid('agreement_id')
      .notNull()
      .references(() => ndaAgreements.id),
    listingId: uuid('listing_id')
      .notNull()
      .references(() => listings.id),
    ownerId: uuid('owner_id')
      .notNull()
      .references(() => organizations.id),
    fileId: uuid('file_id')
      .notNull()
      .references(() => files.id),
    organizationId: uuid('organization_id')
      .notNull()
      .references(() => organizations.id),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    mediaType: text('media_type').notNull(),
    openedAt: instant('opened_at').notNull(),
  },
  (t) => [
    check('confidential_openings_marked', oneOf(t.mediaType, MARKABLE_MEDIA_TYPES)),
    index('confidential_openings_owner').on(t.ownerId, t.openedAt, t.id),
    index('confidential_openings_agreement').on(t.agreementId),
  ],
)
