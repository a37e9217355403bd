import {
  ACCOUNT_STANDINGS,
  CHANNELS,
  DIFFERENCE_KINDS,
  DUE_KINDS,
  DUE_STATES,
  LEDGER_ACCOUNTS,
  MAX_LINES,
  PAYMENT_STATES,
  PLANNED_KINDS,
  POSTING_KINDS,
  REFUND_STATES,
} from '@market/domain/payments'
import { z } from 'zod'
import { DateText, FenAmount, Id, Instant, Line, PageQuery, Prose, pageOf } from '../shared/index.ts'

export const PaymentScheduleLine = z.object({
  kind: z.enum(PLANNED_KINDS),
  title: Line(100),
  amountFen: FenAmount,
  /** Null: once its milestone is reached, or the seller calls for it. */
  dueOn: DateText.nullable(),
})

export const PlanScheduleInput = z.object({ lines: z.array(PaymentScheduleLine).max(MAX_LINES) })
export const ReportRoyaltyInput = z.object({ periodFrom: DateText, periodTo: DateText, salesFen: FenAmount })
export const CallDueInput = z.object({ dueOn: DateText.nullable().default(null) })
export const ReasonInput = z.object({ reason: Prose(500) })
export const SubmitTransferInput = z.object({
  amountFen: FenAmount,
  paidOn: DateText,
  note: Prose(500).default(''),
  /** A file of one's own organization, uploaded as proof of payment. */
  proofFileId: Id,
})
/** What the account shows; it may differ from what was said. */
export const ConfirmTransferInput = z.object({ receivedFen: FenAmount })
export const CaptureInput = z.object({ amountFen: FenAmount })
export const RefundInput = z.object({
  amountFen: FenAmount,
  reason: Line(500),
  /** Needed by bank: the slip of the transfer back. */
  proofFileId: Id.nullable().default(null),
})
export const ConfirmRefundInput = z.object({ arrived: z.boolean() })
export const InvoiceInput = z.object({
  number: Line(60),
  issuedOn: DateText,
  amountFen: FenAmount,
  fileId: Id.nullable().default(null),
})
export const BankAccountInput = z.object({ holder: Line(100), bank: Line(100), accountNumber: Line(60) })

export const PaymentAction = z.enum([
  'payment.plan',
  'payment.report_royalty',
  'payment.record_invoice',
  'payment.submit_transfer',
  'payment.pay_online',
  'payment.call',
  'payment.offset',
  'payment.waive',
  'payment.confirm',
  'payment.reject',
  'payment.withdraw',
  'payment.capture',
  'payment.release',
  'payment.refund',
  'payment.confirm_refund',
  'payment.recheck',
])
export type PaymentAction = z.infer<typeof PaymentAction>

export const PaymentParty = z.object({ id: Id, nameZh: z.string(), nameEn: z.string() })

export const PaymentDue = z
  .object({
    id: Id,
    kind: z.enum(DUE_KINDS),
    state: z.enum(DUE_STATES),
    title: z.string(),
    amountFen: z.int(),
    currency: z.literal('CNY'),
    dueOn: DateText.nullable(),
    /** Names the amount in a transfer; null until the contract is signed. */
    reference: z.string().nullable(),
    waivedReason: z.string().nullable(),
    outstandingFen: z.int(),
    overdue: z.boolean(),
    actions: z.array(PaymentAction),
  })
  .meta({ id: 'PaymentDue' })
export type PaymentDue = z.infer<typeof PaymentDue>

export const PaymentRefund = z.object({
  id: Id,
  state: z.enum(REFUND_STATES),
  amountFen: z.int(),
  reason: z.string(),
  proofFileId: Id.nullable(),
  createdAt: Instant,
})

export const Payment = z
  .object({
    id: Id,
    dueId: Id,
    channel: z.enum(CHANNELS),
    state: z.enum(PAYMENT_STATES),
    amountFen: z.int(),
    receivedFen: z.int().nullable(),
    paidOn: DateText.nullable(),
    note: z.string(),
    proof: z.object({ fileId: Id, name: z.string() }).nullable(),
    /** What the first of two people found. */
    firstConfirmedFen: z.int().nullable(),
    rejectedReason: z.string().nullable(),
    manualCapture: z.boolean(),
    createdAt: Instant,
    confirmedAt: Instant.nullable(),
    refunds: z.array(PaymentRefund),
    actions: z.array(PaymentAction),
  })
  .meta({ id: 'Payment' })
export type Payment = z.infer<typeof Payment>

export const AccountSummary = z.object({
  dueFen: z.int(),
  outstandingFen: z.int(),
  receivedFen: z.int(),
  refundedFen: z.int(),
  overpaidFen: z.int(),
  feeFen: z.int(),
  paidOutFen: z.int(),
})

export const LedgerLine = z.object({
  id: Id,
  kind: z.enum(POSTING_KINDS),
  occurredOn: DateText,
  recordedAt: Instant,
  entries: z.array(
    z.object({ account: z.enum(LEDGER_ACCOUNTS), amountFen: z.int(), title: z.string().nullable() }),
  ),
})

export const PaymentDifference = z.object({
  id: Id,
  at: Instant,
  kind: z.enum(DIFFERENCE_KINDS),
  gatewayId: z.string(),
  ours: z.string(),
  theirs: z.string(),
  mended: z.boolean(),
  contract: z.object({ id: Id, title: z.string() }).nullable(),
})

export const ContractPayments = z
  .object({
    contractId: Id,
    title: z.string(),
    contractAmountFen: z.int(),
    seller: PaymentParty,
    buyer: PaymentParty,
    side: z.enum(['payer', 'receiver', 'reader']),
    /** What the terms imply while nothing is planned. */
    implied: z.array(PaymentScheduleLine),
    dues: z.array(PaymentDue),
    payments: z.array(Payment),
    invoices: z.array(
      z.object({
        id: Id,
        number: z.string(),
        issuedOn: DateText,
        amountFen: z.int(),
        fileId: Id.nullable(),
      }),
    ),
    summary: AccountSummary,
    statement: z.array(LedgerLine),
    /** Where the receiver takes transfers; for the two parties. */
    bankAccount: z.object({ holder: z.string(), bank: z.string(), accountNumber: z.string() }).nullable(),
    secondPersonAboveFen: z.int(),
    actions: z.array(PaymentAction),
    differences: z.array(PaymentDifference),
  })
  .meta({ id: 'ContractPayments' })
export type ContractPayments = z.infer<typeof ContractPayments>

export const DueQuery = PageQuery.extend({
  side: z.enum(['payer', 'receiver']),
  view: z.enum(['open', 'overdue', 'to_confirm', 'settled']).default('open'),
})

export const DueItem = z.object({
  id: Id,
  kind: z.enum(DUE_KINDS),
  state: z.enum(DUE_STATES),
  title: z.string(),
  amountFen: z.int(),
  outstandingFen: z.int(),
  dueOn: DateText.nullable(),
  contract: z.object({ id: Id, title: z.string() }),
  counterparty: PaymentParty,
  running: z
    .object({ id: Id, state: z.enum(PAYMENT_STATES), channel: z.enum(CHANNELS), amountFen: z.int() })
    .nullable(),
})
export type DueItem = z.infer<typeof DueItem>
export const DuePage = pageOf(DueItem).meta({ id: 'DuePage' })

export const AccountFilter = z.object({
  side: z.enum(['payer', 'receiver']).optional(),
  standing: z.enum(ACCOUNT_STANDINGS).optional(),
  signedFrom: DateText.optional(),
  signedTo: DateText.optional(),
  text: Line(100).optional(),
})
export const AccountQuery = PageQuery.extend(AccountFilter.shape)

export const ContractAccount = z.object({
  contractId: Id,
  title: z.string(),
  signedOn: DateText,
  number: z.string().nullable(),
  seller: PaymentParty,
  buyer: PaymentParty,
  contractAmountFen: z.int(),
  dueFen: z.int(),
  receivedFen: z.int(),
  refundedFen: z.int(),
  outstandingFen: z.int(),
  overdueFen: z.int(),
  overpaidFen: z.int(),
})
export type ContractAccount = z.infer<typeof ContractAccount>
export const ContractAccountPage = pageOf(ContractAccount).meta({ id: 'ContractAccountPage' })

export const PayoutAccount = z
  .object({
    bank: z.object({ holder: z.string(), bank: z.string(), accountNumber: z.string() }).nullable(),
    /** Null: none opened. */
    online: z
      .object({ chargesEnabled: z.boolean(), payoutsEnabled: z.boolean(), detailsSubmitted: z.boolean() })
      .nullable(),
    onlineOffered: z.boolean(),
    canEdit: z.boolean(),
  })
  .meta({ id: 'PayoutAccount' })
export type PayoutAccount = z.infer<typeof PayoutAccount>

/** A page at Stripe to go to. */
export const Redirection = z.object({ url: z.url() })
export const CheckoutStarted = z.object({ paymentId: Id, url: z.url() })

export const ReconciliationPage = pageOf(PaymentDifference)
  .extend({ lastRunAt: Instant.nullable() })
  .meta({ id: 'ReconciliationPage' })
export * from './rewards.ts'
