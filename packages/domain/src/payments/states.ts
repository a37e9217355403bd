import { type StateMachine, stateMachine } from '../index.ts'

export const DUE_KINDS = ['upfront', 'instalment', 'milestone', 'royalty', 'deposit'] as const
export type DueKind = (typeof DUE_KINDS)[number]

/** 'planned' until the contract is signed. */
export const DUE_STATES = ['planned', 'open', 'settled', 'waived'] as const
export type DueState = (typeof DUE_STATES)[number]
export type DueCommand = 'plan' | 'open' | 'settle' | 'waive' | 'call'

export const dueMachine: StateMachine<DueState, DueCommand> = stateMachine('payment_due', {
  plan: { from: ['planned'], to: 'planned' },
  open: { from: ['planned'], to: 'open' },
  call: { from: ['open'], to: 'open' },
  settle: { from: ['open'], to: 'settled' },
  waive: { from: ['open'], to: 'waived' },
})

/** How our records of online payments and the provider's may differ. */
export const DIFFERENCE_KINDS = [
  'unknown_checkout',
  'unknown_refund',
  'unrecorded_checkout',
  'unanswered',
  'state',
  'unsent_refund',
  'undone_decision',
] as const
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number]

export const CHANNELS = ['bank', 'stripe'] as const
export type Channel = (typeof CHANNELS)[number]

/**
 * By bank: submitted → (awaiting_second) → confirmed | rejected | withdrawn. By Stripe: intended (our row is written,
 * Stripe is asked next) → pending → (authorised) → confirmed | cancelled.
 */
export const PAYMENT_STATES = [
  'submitted',
  'awaiting_second',
  'intended',
  'pending',
  'authorised',
  'confirmed',
  'rejected',
  'withdrawn',
  'cancelled',
] as const
export type PaymentState = (typeof PAYMENT_STATES)[number]

export type TransferCommand = 'confirm_first' | 'confirm' | 'reject' | 'withdraw'

/** A transfer somebody says to have made. */
export const transferMachine: StateMachine<PaymentState, TransferCommand> = stateMachine('payment', {
  confirm_first: { from: ['submitted'], to: 'awaiting_second' },
  confirm: { from: ['submitted', 'awaiting_second'], to: 'confirmed' },
  reject: { from: ['submitted', 'awaiting_second'], to: 'rejected' },
  withdraw: { from: ['submitted'], to: 'withdrawn' },
})

export type CheckoutCommand = 'open' | 'authorise' | 'confirm' | 'cancel'

/**
 * A payment at Stripe. What Stripe says may reach us late or in any order: money that came is booked even after we
 * gave the payment up, and nothing leads back out of 'confirmed'.
 */
export const checkoutMachine: StateMachine<PaymentState, CheckoutCommand> = stateMachine('payment', {
  open: { from: ['intended'], to: 'pending' },
  authorise: { from: ['intended', 'pending', 'cancelled'], to: 'authorised' },
  confirm: { from: ['intended', 'pending', 'authorised', 'cancelled'], to: 'confirmed' },
  cancel: { from: ['intended', 'pending', 'authorised'], to: 'cancelled' },
})

/** States in which a payment is still under way. */
export const RUNNING_STATES = ['submitted', 'awaiting_second', 'intended', 'pending', 'authorised'] as const

export const REFUND_STATES = ['intended', 'pending', 'succeeded', 'failed'] as const
export type RefundState = (typeof REFUND_STATES)[number]

/** 'intended' → asked of Stripe, or sent by bank and not yet confirmed by whoever gets it ('pending') → done or not. */
export const refundMachine: StateMachine<RefundState, 'send' | 'succeed' | 'fail'> = stateMachine('refund', {
  send: { from: ['intended'], to: 'pending' },
  succeed: { from: ['intended', 'pending', 'failed'], to: 'succeeded' },
  fail: { from: ['intended', 'pending', 'succeeded'], to: 'failed' },
})

/** How the money of a contract stands, as a filter. */
export const ACCOUNT_STANDINGS = ['open', 'overdue', 'settled', 'overpaid'] as const
export type AccountStanding = (typeof ACCOUNT_STANDINGS)[number]
