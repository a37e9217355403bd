import {
  AMENDMENT_STATES,
  type AmendedClause,
  type AmendmentState,
  type Article,
} from '@market/domain/contracts'
import { CONFIRMATION_METHODS, type ConfirmationMethod } from '@market/domain/identity'
import { sql } from 'drizzle-orm'
import {
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { calendarDate, fen, id, instant, oneOf } from './columns.ts'
import { contracts } from './contracts.ts'
import { files } from './files.ts'
import { users } from './identity.ts'
import { organizations } from './organizations.ts'

/**
 * An agreement that changes a signed contract, a document of its own. Its words stay as they were proposed (a trigger sees
 * to it); the contract's own row and text never change.
 */
export const contractAmendments = pgTable(
  'contract_amendments',
  {
    id: id(),
    contractId: uuid('contract_id')
      .notNull()
      .references(() => contracts.id),
    number: integer('number').notNull(),
    state: text('state').$type<AmendmentState>().notNull(),
    title: text('title').notNull(),
    /** Article by article as both sign it. */
    articles: jsonb('articles').$type<Article[]>().notNull(),
    sha256: text('sha256').notNull(),
    /** What it changes in the signed text. */
    clauses: jsonb('clauses').$type<AmendedClause[]>().notNull(),
    effectiveOn: calendarDate('effective_on').notNull(),
    /** New figures; null: as before. */
    contractAmountFen: fen('contract_amount_fen'),
    technologyAmountFen: fen('technology_amount_fen'),
    endsOn: calendarDate('ends_on'),
    /** What the contract stated when this was proposed. */
    contractAmountBeforeFen: fen('contract_amount_before_fen').notNull(),
    technologyAmountBeforeFen: fen('technology_amount_before_fen').notNull(),
    endedBefore: calendarDate('ended_before'),
    /** The side that proposed it. */
    organizationId: uuid('organization_id')
      .notNull()
      .references(() => organizations.id),
    proposedBy: uuid('proposed_by')
      .notNull()
      .references(() => users.id),
    proposedAt: instant('proposed_at').notNull(),
    /** When it came in force, was taken back or declined. */
    settledAt: instant('settled_at'),
    /** Why it was declined. */
    reason: text('reason').notNull().default(''),
  },
  (t) => [
    uniqueIndex('contract_amendments_number').on(t.contractId, t.number),
    uniqueIndex('contract_amendments_open_once')
      .on(t.contractId)
      .where(sql`${t.state} in ('proposed', 'signed_by_one')`),
    check('contract_amendments_state_known', oneOf(t.state, AMENDMENT_STATES)),
    check('contract_amendments_number_positive', sql`${t.number} > 0`),
    check('contract_amendments_sha256_hex', sql`${t.sha256} ~ '^[0-9a-f]{64}$'`),
    check('contract_amendments_has_articles', sql`jsonb_array_length(${t.articles}) > 0`),
    check(
      'contract_amendments_changes_something',
      sql`jsonb_array_length(${t.clauses}) > 0
        or num_nonnulls(${t.contractAmountFen}, ${t.technologyAmountFen}, ${t.endsOn}) > 0`,
    ),
    check(
      'contract_amendments_amounts',
      sql`0 < coalesce(${t.technologyAmountFen}, ${t.technologyAmountBeforeFen})
        and coalesce(${t.technologyAmountFen}, ${t.technologyAmountBeforeFen})
          <= coalesce(${t.contractAmountFen}, ${t.contractAmountBeforeFen})`,
    ),
    check('contract_amendments_dates', sql`${t.effectiveOn} <= ${t.endsOn}`),
    check(
      'contract_amendments_settled_whole',
      sql`(${t.settledAt} is null) = (${t.state} in ('proposed', 'signed_by_one'))`,
    ),
    check('contract_amendments_declined_with_reason', sql`(${t.state} = 'declined') = (${t.reason} <> '')`),
  ],
)

/** A signatory's signature on the printed amendment. Append-only; two bring it in force. */
export const contractAmendmentSignatures = pgTable(
  'contract_amendment_signatures',
  {
    amendmentId: uuid('amendment_id')
      .notNull()
      .references(() => contractAmendments.id),
    organizationId: uuid('organization_id')
      .notNull()
      .references(() => organizations.id),
    /** The printed pages, the same for both. */
    fileId: uuid('file_id')
      .notNull()
      .references(() => files.id),
    sha256: text('sha256').notNull(),
    /** SHA-256 of the words of every page, first page first. */
    pageHashes: jsonb('page_hashes').$type<string[]>().notNull(),
    /** How the signatory proved to be there; null where a program of the house signed. */
    confirmationMethod: text('confirmation_method').$type<ConfirmationMethod>(),
    signedBy: uuid('signed_by')
      .notNull()
      .references(() => users.id),
    signedAt: instant('signed_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.amendmentId, t.organizationId] }),
    check(
      'contract_amendment_signatures_confirmation_known',
      sql`${t.confirmationMethod} is null or ${oneOf(t.confirmationMethod, CONFIRMATION_METHODS)}`,
    ),
    index('contract_amendment_signatures_file').on(t.fileId),
  ],
)
