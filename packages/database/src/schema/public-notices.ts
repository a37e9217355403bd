import type { TransferMode } from '@market/domain/codes'
import { OBJECTION_STATES, type ObjectionState } from '@market/domain/contracts'
import { sql } from 'drizzle-orm'
import { boolean, check, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { calendarDate, fen, id, instant, oneOf } from './columns.ts'
import { contracts } from './contracts.ts'
import { files } from './files.ts'
import { users } from './identity.ts'
import { organizations } from './organizations.ts'

/**
 * What a state institution posts before a negotiated price binds. What was posted is never changed (a trigger refuses
 * it): a notice that is wrong is withdrawn with its reason, and another posted.
 */
export const publicNotices = pgTable(
  'public_notices',
  {
    id: id(),
    contractId: uuid('contract_id')
      .notNull()
      .references(() => contracts.id),
    /** The seller. */
    organizationId: uuid('organization_id')
      .notNull()
      .references(() => organizations.id),
    title: text('title').notNull(),
    summary: text('summary').notNull(),
    transferMode: text('transfer_mode').$type<TransferMode>().notNull(),
    priceFen: fen('price_fen').notNull(),
    /** How it is paid, where the sum alone does not say. */
    priceNote: text('price_note').notNull().default(''),
    relatedParty: boolean('related_party').notNull(),
    /** How the buyer is related; empty where it is not. */
    relation: text('relation').notNull().default(''),
    postedOn: calendarDate('posted_on').notNull(),
    /** Last day, by the rules in force on the day it was posted. */
    endsOn: calendarDate('ends_on').notNull(),
    basisZh: text('basis_zh').notNull(),
    basisEn: text('basis_en').notNull(),
    basisVerified: boolean('basis_verified').notNull(),
    /** SHA-256 over everything above. */
    sha256: text('sha256').notNull(),
    postedBy: uuid('posted_by')
      .notNull()
      .references(() => users.id),
    postedAt: instant('posted_at').notNull(),
    /** The collective decision on the price. */
    decidedOn: calendarDate('decided_on'),
    decidedByBody: text('decided_by_body'),
    priceReason: text('price_reason'),
    minutesFileId: uuid('minutes_file_id').references(() => files.id),
    decisionRecordedBy: uuid('decision_recorded_by').references(() => users.id),
    decisionRecordedAt: instant('decision_recorded_at'),
    withdrawnAt: instant('withdrawn_at'),
    withdrawReason: text('withdraw_reason'),
    /** When the owner's people were told that it ends, and that it has ended. */
    endingToldAt: instant('ending_told_at'),
    endedToldAt: instant('ended_told_at'),
  },
  (t) => [
    uniqueIndex('public_notices_one_standing').on(t.contractId).where(sql`${t.withdrawnAt} is null`),
    index('public_notices_newest').on(t.postedAt, t.id),
    index('public_notices_untold')
      .on(t.endsOn, t.id)
      .where(sql`${t.endedToldAt} is null and ${t.withdrawnAt} is null`),
    index('public_notices_minutes').on(t.minutesFileId),
    check('public_notices_period', sql`${t.postedOn} < ${t.endsOn}`),
    check('public_notices_price', sql`0 <= ${t.priceFen}`),
    check('public_notices_says_something', sql`${t.title} <> '' and ${t.summary} <> ''`),
    check('public_notices_relation', sql`${t.relatedParty} = (${t.relation} <> '')`),
    check('public_notices_sha256_hex', sql`${t.sha256} ~ '^[0-9a-f]{64}$'`),
    check(
      'public_notices_decision_whole',
      sql`num_nonnulls(${t.decidedOn}, ${t.decidedByBody}, ${t.priceReason}, ${t.decisionRecordedBy}, ${t.decisionRecordedAt}) in (0, 5)
        and (${t.minutesFileId} is null or ${t.decidedOn} is not null)`,
    ),
    check(
      'public_notices_withdrawn_with_reason',
      sql`(${t.withdrawnAt} is null) = (${t.withdrawReason} is null)`,
    ),
  ],
)

/** An objection to a notice. What was said and what was answered is never changed. */
export const noticeObjections = pgTable(
  'notice_objections',
  {
    id: id(),
    noticeId: uuid('notice_id')
      .notNull()
      .references(() => publicNotices.id),
    state: text('state').$type<ObjectionState>().notNull(),
    /** Null: a named person without an account. */
    raisedBy: uuid('raised_by').references(() => users.id),
    /** Who objects and how to reach them: for the owner, not for the public page. */
    name: text('name').notNull(),
    contact: text('contact').notNull(),
    body: text('body').notNull(),
    raisedAt: instant('raised_at').notNull(),
    answer: text('answer'),
    answeredBy: uuid('answered_by').references(() => users.id),
    answeredAt: instant('answered_at'),
  },
  (t) => [
    index('notice_objections_of').on(t.noticeId, t.raisedAt),
    check('notice_objections_state_known', oneOf(t.state, OBJECTION_STATES)),
    check(
      'notice_objections_says_something',
      sql`${t.body} <> '' and ${t.name} <> '' and ${t.contact} <> ''`,
    ),
    check(
      'notice_objections_answered_whole',
      sql`num_nonnulls(${t.answer}, ${t.answeredBy}, ${t.answeredAt}) = (case when ${t.state} = 'open' then 0 else 3 end)`,
    ),
  ],
)
