import { type Fen, sumFen } from '../index.ts'
import type { Channel } from './states.ts'

/**
 * Accounts of one contract. Debit is positive: `receivable` is what the buyer still owes, `received_*` what came in by
 * each channel less what went back, `paid_out` and `fee` what the market passed on or kept. Credit is negative: `due`
 * is all that fell due, `overpaid` what the buyer has with the seller.
 */
export const LEDGER_ACCOUNTS = [
  'due',
  'receivable',
  'received_bank',
  'received_stripe',
  'overpaid',
  'refunded',
  'fee',
  'paid_out',
] as const
export type LedgerAccount = (typeof LEDGER_ACCOUNTS)[number]

export const POSTING_KINDS = [
  'due',
  'waiver',
  'receipt',
  'offset',
  'refund',
  'payout',
  'refund_failed',
] as const
export type PostingKind = (typeof POSTING_KINDS)[number]

export interface LedgerEntry {
  account: LedgerAccount
  amountFen: Fen
  /** The due amount a receivable belongs to. */
  dueId: string | null
}

export interface Posting {
  kind: PostingKind
  entries: LedgerEntry[]
}

export type Balances = Record<LedgerAccount, Fen>

export const NO_BALANCES: Balances = {
  due: 0,
  receivable: 0,
  received_bank: 0,
  received_stripe: 0,
  overpaid: 0,
  refunded: 0,
  fee: 0,
  paid_out: 0,
}

const entry = (account: LedgerAccount, amountFen: Fen, dueId: string | null = null): LedgerEntry => ({
  account,
  amountFen,
  dueId,
})

const posting = (kind: PostingKind, entries: readonly LedgerEntry[]): Posting => ({
  kind,
  entries: entries.filter(({ amountFen }) => amountFen !== 0),
})

export const isBalanced = ({ entries }: Posting): boolean =>
  sumFen(entries.map(({ amountFen }) => amountFen)) === 0

const receivedBy = (channel: Channel): LedgerAccount =>
  channel === 'bank' ? 'received_bank' : 'received_stripe'

/** An amount falls due. */
export const postDue = (dueId: string, amountFen: Fen): Posting =>
  posting('due', [entry('receivable', amountFen, dueId), entry('due', -amountFen)])

/** What is still open of an amount is let go. */
export const postWaiver = (dueId: string, outstandingFen: Fen): Posting =>
  posting('waiver', [entry('receivable', -outstandingFen, dueId), entry('due', outstandingFen)])

export interface ReceiptFacts {
  dueId: string
  channel: Channel
  amountFen: Fen
  outstandingFen: Fen
}

/** Money came: it settles its amount first; the rest stands to the buyer's credit. */
export const postReceipt = ({ dueId, channel, amountFen, outstandingFen }: ReceiptFacts): Posting => {
  const settledFen = Math.min(amountFen, outstandingFen)
  return posting('receipt', [
    entry(receivedBy(channel), amountFen),
    entry('receivable', -settledFen, dueId),
    entry('overpaid', settledFen - amountFen),
  ])
}

/** The buyer's credit settles another amount. */
export const postOffset = (dueId: string, amountFen: Fen): Posting =>
  posting('offset', [entry('overpaid', amountFen), entry('receivable', -amountFen, dueId)])

/** Money that came by Stripe went on to the owner's account, less the market's fee. */
export const postPayout = (amountFen: Fen, feeFen: Fen): Posting =>
  posting('payout', [
    entry('paid_out', amountFen - feeFen),
    entry('fee', feeFen),
    entry('received_stripe', -amountFen),
  ])

export interface RefundFacts {
  channel: Channel
  amountFen: Fen
  /** What stands to the buyer's credit; it goes back first. */
  creditFen: Fen
  /** Of the refund, what comes back from the owner's account and from the fee; both 0 by bank. */
  fromPayoutFen: Fen
  fromFeeFen: Fen
}

/** Money goes back. What had settled an amount stays settled: the price has come down. */
export const postRefund = (refund: RefundFacts): Posting => {
  const { channel, amountFen, creditFen, fromPayoutFen, fromFeeFen } = refund
  const fromCreditFen = Math.min(amountFen, creditFen)
  return posting('refund', [
    entry('overpaid', fromCreditFen),
    entry('refunded', amountFen - fromCreditFen),
    entry(receivedBy(channel), fromPayoutFen + fromFeeFen - amountFen),
    entry('paid_out', -fromPayoutFen),
    entry('fee', -fromFeeFen),
  ])
}

/** Undoes a refund that failed after it had been booked. */
export const reverse = (entries: readonly LedgerEntry[]): Posting =>
  posting(
    'refund_failed',
    entries.map((booked) => ({ ...booked, amountFen: -booked.amountFen })),
  )

/** The balances after more postings. */
export const addPostings = (balances: Balances, postings: readonly Posting[]): Balances => {
  const after = { ...balances }
  for (const { entries } of postings) {
    for (const { account, amountFen } of entries) after[account] += amountFen
  }
  return after
}

export interface AccountSummary {
  /** All that fell due, less what was waived. */
  dueFen: Fen
  outstandingFen: Fen
  /** What came in, before anything went back. */
  receivedFen: Fen
  refundedFen: Fen
  overpaidFen: Fen
  feeFen: Fen
  paidOutFen: Fen
}

/** Balances in the words of the two sides. What was settled is due less outstanding; all else follows. */
export const summarise = (balances: Balances, refundedFen: Fen): AccountSummary => {
  const heldFen = balances.received_bank + balances.received_stripe + balances.paid_out + balances.fee
  return {
    dueFen: 0 - balances.due,
    outstandingFen: balances.receivable,
    receivedFen: heldFen + refundedFen,
    refundedFen,
    overpaidFen: 0 - balances.overpaid,
    feeFen: balances.fee,
    paidOutFen: balances.paid_out,
  }
}

/** The market's part of a payment, rounded down to the fen. */
export const platformFee = (amountFen: Fen, basisPoints: number): Fen =>
  Number((BigInt(amountFen) * BigInt(basisPoints)) / 10_000n)

/** What has come back of a fee once `refundedFen` of `amountFen` went back; the whole once all did. */
export const feeReturned = (feeFen: Fen, amountFen: Fen, refundedFen: Fen): Fen =>
  Number((BigInt(feeFen) * BigInt(refundedFen)) / BigInt(amountFen))
