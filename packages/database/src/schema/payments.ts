import {
  CHANNELS,
  type Channel,
  type DifferenceKind,
  DUE_KINDS,
  DUE_STATES,
  type DueKind,
  type DueState,
  LEDGER_ACCOUNTS,
  type LedgerAccount,
  PAYMENT_STATES,
  type PaymentState,
  POSTING_KINDS,
  type PostingKind,
  REFUND_STATES,
  type RefundState,
} from '@market/domain/payments'
import { sql } from 'drizzle-orm'
import {
  boolean,
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

/** What the buyer of a contract owes, amount by amount, in renminbi. */
export const paymentDues = pgTable(
  'payment_dues',
  {
    id: id(),
    contractId: uuid('contract_id')
      .notNull()
      .references(() => contracts.id),
    position: integer('position').notNull(),
    kind: text('kind').$type<DueKind>().notNull(),
    state: text('state').$type<DueState>().notNull(),
    title: text('title').notNull(),
    amountFen: fen('amount_fen').notNull(),
    currency: text('currency').notNull().default('CNY'),
    /** Null until the seller calls for it. */
    dueOn: calendarDate('due_on'),
    /** A royalty's period and net sales; a database rule keeps periods of a contract apart. */
    periodFrom: calendarDate('period_from'),
    periodTo: calendarDate('period_to'),
    salesFen: fen('sales_fen'),
    /** What a transfer for it names; given when the contract is signed. */
    reference: text('reference').unique(),
    waivedReason: text('waived_reason'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    check('payment_dues_kind_known', oneOf(t.kind, DUE_KINDS)),
    check('payment_dues_state_known', oneOf(t.state, DUE_STATES)),
    check('payment_dues_amount', sql`0 < ${t.amountFen} and ${t.currency} = 'CNY'`),
    check('payment_dues_reference_when_open', sql`(${t.state} = 'planned') = (${t.reference} is null)`),
    check('payment_dues_waived_with_reason', sql`(${t.state} = 'waived') = (${t.waivedReason} is not null)`),
    check(
      'payment_dues_royalty_whole',
      sql`case when ${t.kind} = 'royalty'
        then ${t.periodFrom} <= ${t.periodTo} and ${t.periodTo} is not null and 0 < ${t.salesFen}
        else num_nonnulls(${t.periodFrom}, ${t.periodTo}, ${t.salesFen}) = 0 end`,
    ),
    uniqueIndex('payment_dues_position').on(t.contractId, t.position),
    index('payment_dues_open').on(t.dueOn, t.id).where(sql`${t.state} = 'open'`),
  ],
)

/** One payment of a due amount: a transfer somebody says to have made, or a checkout at Stripe. */
export const payments = pgTable(
  'payments',
  {
    id: id(),
    dueId: uuid('due_id')
      .notNull()
      .references(() => paymentDues.id),
    contractId: uuid('contract_id')
      .notNull()
      .references(() => contracts.id),
    channel: text('channel').$type<Channel>().notNull(),
    state: text('state').$type<PaymentState>().notNull(),
    /** What is said to be paid, or asked of Stripe. */
    amountFen: fen('amount_fen').notNull(),
    /** What was found to have come; set by the confirmation. */
    receivedFen: fen('received_fen'),
    /** The day the money moved. */
    paidOn: calendarDate('paid_on'),
    note: text('note').notNull().default(''),
    proofFileId: uuid('proof_file_id').references(() => files.id),
    firstConfirmedBy: uuid('first_confirmed_by').references(() => users.id),
    firstConfirmedAt: instant('first_confirmed_at'),
    /** What the first of two people found; the second has to find the same. */
    firstConfirmedFen: fen('first_confirmed_fen'),
    confirmedBy: uuid('confirmed_by').references(() => users.id),
    confirmedAt: instant('confirmed_at'),
    rejectedReason: text('rejected_reason'),
    /** Authorised first, captured or released later: a deposit. */
    manualCapture: boolean('manual_capture').notNull().default(false),
    /** What the receiver decided to take of an authorised sum; 0 lets it go. Written before Stripe is told. */
    settleFen: fen('settle_fen'),
    feeFen: fen('fee_fen').notNull().default(0),
    /** The owner's account at Stripe, to which the money goes on. */
    destinationAccount: text('destination_account'),
    checkoutId: text('checkout_id').unique(),
    checkoutUrl: text('checkout_url'),
    expiresAt: instant('expires_at'),
    intentId: text('intent_id').unique(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    check('payments_channel_known', oneOf(t.channel, CHANNELS)),
    check('payments_state_known', oneOf(t.state, PAYMENT_STATES)),
    check('payments_amounts', sql`0 < ${t.amountFen} and 0 < ${t.receivedFen} and 0 <= ${t.feeFen}`),
    check(
      'payments_confirmed_whole',
      sql`(${t.state} = 'confirmed') = (${t.receivedFen} is not null)
        and (${t.receivedFen} is null) = (${t.confirmedAt} is null)
        and (${t.state} <> 'confirmed' or ${t.paidOn} is not null)`,
    ),
    check(
      'payments_rejected_with_reason',
      sql`(${t.state} = 'rejected') = (${t.rejectedReason} is not null)`,
    ),
    // Nobody is their own second pair of eyes.
    check('payments_two_people', sql`${t.firstConfirmedBy} <> ${t.confirmedBy}`),
    check(
      'payments_settle',
      sql`${t.settleFen} between 0 and ${t.amountFen} and (${t.manualCapture} or ${t.settleFen} is null)`,
    ),
    check(
      'payments_first_whole',
      sql`num_nonnulls(${t.firstConfirmedBy}, ${t.firstConfirmedAt}, ${t.firstConfirmedFen}) in (0, 3)`,
    ),
    // A second click must not become a second charge.
    uniqueIndex('payments_one_checkout')
      .on(t.dueId)
      .where(sql`${t.channel} = 'stripe' and ${t.state} in ('intended', 'pending', 'authorised')`),
    index('payments_contract').on(t.contractId, t.createdAt),
    index('payments_running')
      .on(t.updatedAt, t.id)
      .where(sql`${t.state} in ('submitted', 'awaiting_second', 'intended', 'pending', 'authorised')`),
    index('payments_proof').on(t.proofFileId),
  ],
)

/** Money that goes back, whole or in part. */
export const paymentRefunds = pgTable(
  'payment_refunds',
  {
    id: id(),
    paymentId: uuid('payment_id')
      .notNull()
      .references(() => payments.id),
    state: text('state').$type<RefundState>().notNull(),
    amountFen: fen('amount_fen').notNull(),
    reason: text('reason').notNull(),
    gatewayId: text('gateway_id').unique(),
    proofFileId: uuid('proof_file_id').references(() => files.id),
    /** Null: made at Stripe itself and found there. */
    createdBy: uuid('created_by').references(() => users.id),
    createdAt: instant('created_at').notNull(),
    confirmedBy: uuid('confirmed_by').references(() => users.id),
    settledAt: instant('settled_at'),
  },
  (t) => [
    check('payment_refunds_state_known', oneOf(t.state, REFUND_STATES)),
    check('payment_refunds_amount', sql`0 < ${t.amountFen}`),
    index('payment_refunds_payment').on(t.paymentId),
    index('payment_refunds_proof').on(t.proofFileId),
  ],
)

/** One posting in the ledger of a contract. Append-only; its entries make zero, by a deferred constraint. */
export const ledgerTransactions = pgTable(
  'ledger_transactions',
  {
    id: id(),
    contractId: uuid('contract_id')
      .notNull()
      .references(() => contracts.id),
    kind: text('kind').$type<PostingKind>().notNull(),
    /** The day it counts on. */
    occurredOn: calendarDate('occurred_on').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    paymentId: uuid('payment_id').references(() => payments.id),
    refundId: uuid('refund_id').references(() => paymentRefunds.id),
    entryCount: integer('entry_count').notNull(),
  },
  (t) => [
    check('ledger_transactions_kind_known', oneOf(t.kind, POSTING_KINDS)),
    check('ledger_transactions_entries', sql`2 <= ${t.entryCount}`),
    index('ledger_transactions_contract').on(t.contractId, t.recordedAt, t.id),
    // The same money is booked once, whoever brings the news and how often.
    uniqueIndex('ledger_transactions_receipt_once').on(t.paymentId).where(sql`${t.kind} = 'receipt'`),
    uniqueIndex('ledger_transactions_payout_once').on(t.paymentId).where(sql`${t.kind} = 'payout'`),
    uniqueIndex('ledger_transactions_refund_once')
      .on(t.refundId, t.kind)
      .where(sql`${t.kind} in ('refund', 'refund_failed')`),
  ],
)

/** Debit positive, credit negative. */
export const ledgerEntries = pgTable(
  'ledger_entries',
  {
    transactionId: uuid('transaction_id')
      .notNull()
      .references(() => ledgerTransactions.id),
    position: integer('position').notNull(),
    account: text('account').$type<LedgerAccount>().notNull(),
    amountFen: fen('amount_fen').notNull(),
    dueId: uuid('due_id').references(() => paymentDues.id),
  },
  (t) => [
    primaryKey({ columns: [t.transactionId, t.position] }),
    check('ledger_entries_account_known', oneOf(t.account, LEDGER_ACCOUNTS)),
    check('ledger_entries_amount', sql`${t.amountFen} <> 0`),
    check('ledger_entries_receivable_of_due', sql`(${t.account} = 'receivable') = (${t.dueId} is not null)`),
    index('ledger_entries_due').on(t.dueId),
  ],
)

/** An invoice made elsewhere, named here. */
export const paymentInvoices = pgTable(
  'payment_invoices',
  {
    id: id(),
    contractId: uuid('contract_id')
      .notNull()
      .references(() => contracts.id),
    number: text('number').notNull(),
    issuedOn: calendarDate('issued_on').notNull(),
    amountFen: fen('amount_fen').notNull(),
    fileId: uuid('file_id').references(() => files.id),
    recordedBy: uuid('recorded_by')
      .notNull()
      .references(() => users.id),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [
    check('payment_invoices_amount', sql`0 < ${t.amountFen}`),
    uniqueIndex('payment_invoices_number').on(t.contractId, t.number),
    index('payment_invoices_file').on(t.fileId),
  ],
)

/** Where an organization takes money: its bank account, and its account at Stripe once it has opened one. */
export const payoutAccounts = pgTable('payout_accounts', {
  organizationId: uuid('organization_id')
    .primaryKey()
    .references(() => organizations.id),
  holder: text('holder'),
  bank: text('bank'),
  accountNumber: text('account_number'),
  gatewayAccountId: text('gateway_account_id').unique(),
  chargesEnabled: boolean('charges_enabled').notNull().default(false),
  payoutsEnabled: boolean('payouts_enabled').notNull().default(false),
  detailsSubmitted: boolean('details_submitted').notNull().default(false),
  checkedAt: instant('checked_at'),
  updatedAt: instant('updated_at').notNull(),
})

/** What Stripe told us, kept before anything is made of it. The body is a hint where to look, never a fact. */
export const gatewayEvents = pgTable(
  'gateway_events',
  {
    id: id(),
    eventId: text('event_id').notNull().unique('gateway_events_event_once'),
    type: text('type').notNull(),
    objectId: text('object_id').notNull(),
    payload: jsonb('payload').notNull(),
    receivedAt: instant('received_at').notNull(),
    processedAt: instant('processed_at'),
  },
  (t) => [index('gateway_events_unprocessed').on(t.receivedAt).where(sql`${t.processedAt} is null`)],
)

/** One comparison of our records with Stripe's. */
export const reconciliations = pgTable(
  'reconciliations',
  {
    id: id(),
    fromAt: instant('from_at').notNull(),
    startedAt: instant('started_at').notNull(),
    finishedAt: instant('finished_at').notNull(),
    checkedCount: integer('checked_count').notNull(),
  },
  (t) => [index('reconciliations_newest').on(t.startedAt)],
)

export const reconciliationDifferences = pgTable(
  'reconciliation_differences',
  {
    id: id(),
    reconciliationId: uuid('reconciliation_id')
      .notNull()
      .references(() => reconciliations.id),
    paymentId: uuid('payment_id').references(() => payments.id),
    gatewayId: text('gateway_id').notNull(),
    kind: text('kind').$type<DifferenceKind>().notNull(),
    ours: text('ours').notNull(),
    theirs: text('theirs').notNull(),
    mended: boolean('mended').notNull(),
  },
  (t) => [
    index('reconciliation_differences_of').on(t.reconciliationId),
    index('reconciliation_differences_payment').on(t.paymentId),
  ],
)

/** That a payer was reminded, once per amount and day. */
export const paymentReminders = pgTable(
  'payment_reminders',
  {
    dueId: uuid('due_id')
      .notNull()
      .references(() => paymentDues.id),
    remindedOn: calendarDate('reminded_on').notNull(),
    daysLeft: integer('days_left').notNull(),
  },
  (t) => [primaryKey({ columns: [t.dueId, t.remindedOn] })],
)
