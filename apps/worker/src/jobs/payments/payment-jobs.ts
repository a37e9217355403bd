import {
  distributeReceipts,
  feedReceipts,
  feedRegistration,
  openSchedule,
  processGatewayEvent,
} from '@market/services/payments'
import { type EventHandler, workFor } from '../job-context.ts'

/** A contract was signed: what is to be paid under it becomes due. */
export const openSignedSchedule: EventHandler = {
  name: 'payments.open_schedule',
  types: ['contract.signed'],
  handle: async (context, event) => {
    await openSchedule(workFor(context, event.id), event.subjectId)
  },
}

const contractOf = ({ payload }: { payload: Record<string, unknown> }): string | null =>
  typeof payload.contractId === 'string' ? payload.contractId : null

/** Money came or went back: the register's receipts follow. */
export const feedRegisterOnPayment: EventHandler = {
  name: 'payments.feed_register',
  types: ['payment.confirmed', 'payment.refunded', 'payment.refund_failed'],
  handle: async (context, event) => {
    const contractId = contractOf(event)
    if (contractId !== null) await feedReceipts(workFor(context, event.id), contractId)
  },
}

/** Money came or went back: the inventors' parts of it follow, where the split is approved. */
export const shareReceipts: EventHandler = {
  name: 'payments.share_receipts',
  types: ['payment.confirmed', 'payment.refunded', 'payment.refund_failed'],
  handle: async (context, event) => {
    const contractId = contractOf(event)
    if (contractId !== null) await distributeReceipts(workFor(context, event.id), contractId)
  },
}

/** A contract was registered, perhaps after money had come. */
export const feedNewRegistration: EventHandler = {
  name: 'payments.feed_registration',
  types: ['registration.registered'],
  handle: async (context, event) => {
    await feedRegistration(workFor(context, event.id), event.subjectId)
  },
}

/** Stripe told us something: what is true is read there anew. */
export const followGatewayEvent: EventHandler = {
  name: 'payments.follow_gateway_event',
  types: ['payment.gateway_event'],
  handle: async (context, event) => {
    const { gateway } = context.payments
    if (gateway === null) return
    await processGatewayEvent(workFor(context, event.id), { ...context.payments, gateway }, event.subjectId)
  },
}
