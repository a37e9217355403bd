import {
  contracts,
  organizations,
  paymentDues,
  paymentRefunds,
  payments,
  registrations,
  users,
} from '@market/database/schema'
import { type CalendarDate, type Fen, refuse } from '@market/domain'
import type { Channel } from '@market/domain/payments'
import { authorize } from '@market/domain/policy'
import { and, eq, isNotNull, sum } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { requireMember, type ServiceContext } from '../index.ts'
import { relationsToPayment } from './records.ts'

export interface Receipt {
  paymentId: string
  contractId: string
  /** Of the contract in the register; null while it is not registered. */
  registrationNumber: string | null
  contractTitle: string
  contractSignedOn: CalendarDate | null
  receiver: string
  payer: string
  /** At least one of the two is made up for the demonstration. */
  sample: boolean
  /** What was paid, and the reference its transfer named. */
  dueTitle: string
  reference: string | null
  channel: Channel
  receivedFen: Fen
  /** What has gone back of it since. */
  refundedFen: Fen
  paidOn: CalendarDate
  confirmedAt: Date
  /** Who found the money, the first of two first; nobody where the payment provider said so. */
  confirmedBy: string[]
}

const sellers = alias(organizations, 'sellers')
const buyers = alias(organizations, 'buyers')
const firsts = alias(users, 'firsts')

const findPayment = async ({ db }: ServiceContext, paymentId: string) => {
  const [row] = await db
    .select({
      payment: payments,
      contract: contracts,
      due: { title: paymentDues.title, reference: paymentDues.reference },
      seller: { nameZh: sellers.nameZh, sample: sellers.sample },
      buyer: { nameZh: buyers.nameZh, sample: buyers.sample },
      number: registrations.number,
      first: firsts.name,
      last: users.name,
    })
    .from(payments)
    .innerJoin(paymentDues, eq(paymentDues.id, payments.dueId))
    .innerJoin(contracts, eq(contracts.id, payments.contractId))
    .innerJoin(sellers, eq(sellers.id, contracts.sellerId))
    .innerJoin(buyers, eq(buyers.id, contracts.buyerId))
    .leftJoin(registrations, and(eq(registrations.contractId, contracts.id), isNotNull(registrations.number)))
    .leftJoin(firsts, eq(firsts.id, payments.firstConfirmedBy))
    .leftJoin(users, eq(users.id, payments.confirmedBy))
    .where(eq(payments.id, paymentId))
  if (!row) throw refuse('not-found', 'payment.not_found')
  return row
}

const refundedOf = async ({ db }: ServiceContext, paymentId: string): Promise<Fen> => {
  const [row] = await db
    .select({ fen: sum(paymentRefunds.amountFen).mapWith(Number) })
    .from(paymentRefunds)
    .where(and(eq(paymentRefunds.paymentId, paymentId), eq(paymentRefunds.state, 'succeeded')))
  return row?.fen ?? 0
}

/** What the receipt of one payment says. Refuses with `payment.not_found`, and `payment.not_confirmed` before it is found. */
export const getReceipt = async (context: ServiceContext, paymentId: string): Promise<Receipt> => {
  const actor = requireMember(context)
  const { payment, contract, due, seller, buyer, number, first, last } = await findPayment(context, paymentId)
  authorize(actor, 'payment.read', relationsToPayment(actor, contract))
  const { channel, receivedFen, paidOn, confirmedAt } = payment
  if (receivedFen === null || paidOn === null || confirmedAt === null) {
    throw refuse('conflict', 'payment.not_confirmed')
  }
  return {
    paymentId,
    contractId: contract.id,
    registrationNumber: number,
    contractTitle: contract.title,
    contractSignedOn: contract.signedOn,
    receiver: seller.nameZh,
    payer: buyer.nameZh,
    sample: seller.sample || buyer.sample,
    dueTitle: due.title,
    reference: due.reference,
    channel,
    receivedFen,
    refundedFen: await refundedOf(context, paymentId),
    paidOn,
    confirmedAt,
    confirmedBy: [first, last].filter((name) => name !== null),
  }
}
