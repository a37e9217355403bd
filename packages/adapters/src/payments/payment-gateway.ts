import type { CalendarDate, Fen } from '@market/domain'

/** What a checkout is opened for. The same order always gives the same checkout, however often it is asked for. */
export interface CheckoutOrder {
  /** Our payment; names the order at the gateway and makes the call repeatable. */
  paymentId: string
  amountFen: Fen
  description: string
  /** 'manual': authorised now, captured or released later. */
  capture: 'automatic' | 'manual'
  /** Where the payer comes back to, having paid or not. */
  returnUrl: string
  /** The owner's account, to which the money goes on, less the fee. */
  destinationAccount: string
  feeFen: Fen
}

export interface CheckoutReading {
  checkoutId: string
  /** Null for a session that no order of ours opened. */
  paymentId: string | null
  status: 'open' | 'complete' | 'expired'
  url: string | null
  expiresAt: Date
  intentId: string | null
}

export interface IntentReading {
  intentId: string
  paymentId: string | null
  status: 'waiting' | 'processing' | 'authorised' | 'succeeded' | 'cancelled'
  amountFen: Fen
  receivedFen: Fen
  /** The day the money moved, in Shanghai; null before. */
  paidOn: CalendarDate | null
}

export interface RefundReading {
  refundId: string
  intentId: string
  /** Our refund; null when it was made at the gateway itself. */
  ourId: string | null
  status: 'pending' | 'succeeded' | 'failed'
  amountFen: Fen
}

export interface AccountReading {
  accountId: string
  chargesEnabled: boolean
  payoutsEnabled: boolean
  detailsSubmitted: boolean
}

/** An event whose signature holds. Its type and object say where to look; what is true is read anew. */
export interface GatewayEvent {
  eventId: string
  type: string
  objectId: string
  payload: unknown
}

/**
 * Money by card and wallet. Every call may be repeated: what creates something carries an idempotency key of the record
 * it is for. Refuses with `payment.gateway_unavailable` or `payment.gateway_refused`.
 */
export interface PaymentGateway {
  openCheckout(order: CheckoutOrder): Promise<CheckoutReading>
  readCheckout(checkoutId: string): Promise<CheckoutReading | null>
  /** Closes a checkout nobody has paid; one that is over stays as it is. */
  closeCheckout(checkoutId: string): Promise<void>
  readIntent(intentId: string): Promise<IntentReading | null>
  capture(input: { paymentId: string; intentId: string; amountFen: Fen }): Promise<void>
  release(input: { paymentId: string; intentId: string }): Promise<void>
  refund(input: { refundId: string; intentId: string; amountFen: Fen }): Promise<RefundReading>
  /** Every refund of a payment, whoever made it. */
  listRefunds(intentId: string): Promise<RefundReading[]>
  /** Checkouts and refunds made since. */
  listCheckoutsSince(since: Date): AsyncIterable<CheckoutReading>
  listRefundsSince(since: Date): AsyncIterable<RefundReading>
  openAccount(organizationId: string): Promise<AccountReading>
  readAccount(accountId: string): Promise<AccountReading | null>
  /** A page of the gateway's where the owner enters what it has to know; good once and for minutes. */
  linkAccount(input: { accountId: string; returnUrl: string }): Promise<string>
  /** The event in a signed body; null where the signature does not hold. */
  verifyEvent(body: Buffer, signature: string, at: Date): GatewayEvent | null
}
