import type { PaymentGateway } from '@market/adapters/payments'
import { refuse } from '@market/domain'

/** What paying online needs beside the usual context; the gateway is null where none is configured. */
export interface OnlineSettings {
  gateway: PaymentGateway | null
  /** Without a slash at the end. */
  publicUrl: string
  /** The market's part of a payment, in hundredths of a percent. */
  feeBasisPoints: number
}

/** Refuses with `payment.online_not_offered`. */
export const requireGateway = (gateway: PaymentGateway | null): PaymentGateway => {
  if (gateway === null) throw refuse('precondition', 'payment.online_not_offered')
  return gateway
}

/** Where the payer comes back to, whatever happened; the page says what is known by then. */
export const returnUrlOf = (publicUrl: string, contractId: string, paymentId: string): string =>
  `${publicUrl}/workspace/contracts/${contractId}/payments?${new URLSearchParams({ payment: paymentId })}`
