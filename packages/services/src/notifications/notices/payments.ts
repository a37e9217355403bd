import type { Database, EventRow } from '@market/database'
import { contracts, organizations, paymentDues, paymentRefunds, payments } from '@market/database/schema'
import { type Fen, formatFen, type Locale } from '@market/domain'
import { and, asc, eq } from 'drizzle-orm'
import type { Letter, Letters } from '../letters/index.ts'
import { type MailContext, type Notice, type NoticeWriter, pick } from '../notice.ts'
import { membersOf, organizationOf } from '../recipients.ts'

type ContractRow = typeof contracts.$inferSelect
type DueRow = typeof paymentDues.$inferSelect
type PaymentRow = typeof payments.$inferSelect

const FINANCE = ['finance'] as const

interface DueFacts {
  due: DueRow
  contract: ContractRow
}

interface PaymentFacts extends DueFacts {
  payment: PaymentRow
}

const dueOf = async (db: Database, id: string): Promise<DueFacts> => {
  const [row] = await db
    .select({ due: paymentDues, contract: contracts })
    .from(paymentDues)
    .innerJoin(contracts, eq(contracts.id, paymentDues.contractId))
    .where(eq(paymentDues.id, id))
  if (!row) throw new Error(`Amount ${id} does not exist.`)
  return row
}

const paymentOf = async (db: Database, id: string): Promise<PaymentFacts> => {
  const [payment] = await db.select().from(payments).where(eq(payments.id, id))
  if (!payment) throw new Error(`Payment ${id} does not exist.`)
  return { payment, ...(await dueOf(db, payment.dueId)) }
}

const yuan = (amountFen: Fen, locale: Locale): string => formatFen(amountFen, 'yuan', locale)

interface Names {
  contract: string
  /** The other side of the contract. */
  organization: string
}

type Write = (letters: Letters, locale: Locale, names: Names) => Letter

/** To the finance people of the buyer, who pays, or of the seller, who receives; `except` is left out. */
const tell = async (
  db: Database,
  { id, title, sellerId, buyerId }: ContractRow,
  side: 'payer' | 'receiver',
  write: Write,
  except: string | null = null,
): Promise<Notice> => {
  const [toldId, otherId] = side === 'payer' ? [buyerId, sellerId] : [sellerId, buyerId]
  const other = await organizationOf(db, otherId)
  const people = await membersOf(db, toldId, FINANCE)
  return {
    to: people.filter(({ userId }) => userId !== except),
    path: `/workspace/contracts/${id}/payments`,
    write: (letters, locale) => {
      const organization = pick(locale, other.nameZh, other.nameEn)
      return write(letters, locale, { contract: title, organization })
    },
  }
}

/** What a letter says of one amount; its day is given wherever an amount is open and dated. */
const amountOf = ({ title, amountFen, dueOn, reference }: DueRow, locale: Locale) => ({
  line: title,
  amount: yuan(amountFen, locale),
  dueOn: dueOn ?? '',
  reference: reference ?? '',
})

/** The contract is signed: the payer hears what is to be paid and when. */
export const scheduleOpened: NoticeWriter = async ({ db }, { subjectId }) => {
  const dues = await db
    .select()
    .from(paymentDues)
    .where(and(eq(paymentDues.contractId, subjectId), eq(paymentDues.state, 'open')))
    .orderBy(asc(paymentDues.position))
  const [first] = dues
  if (!first) return []
  const { contract } = await dueOf(db, first.id)
  return [
    await tell(db, contract, 'payer', (letters, locale, names) =>
      letters.scheduleOpened({ ...names, amounts: dues.map((due) => amountOf(due, locale)) }),
    ),
  ]
}

/** Only while the amount is open and has a day. */
const tellPayerOfOpen =
  (letterOf: (letters: Letters, facts: Names & ReturnType<typeof amountOf>, event: EventRow) => Letter) =>
  async ({ db }: MailContext, event: EventRow): Promise<Notice[]> => {
    const { due, contract } = await dueOf(db, event.subjectId)
    if (due.state !== 'open' || due.dueOn === null) return []
    return [
      await tell(db, contract, 'payer', (letters, locale, names) =>
        letterOf(letters, { ...names, ...amountOf(due, locale) }, event),
      ),
    ]
  }

export const paymentCalled: NoticeWriter = tellPayerOfOpen((letters, facts) => letters.paymentCalled(facts))

export const paymentDue: NoticeWriter = tellPayerOfOpen((letters, facts, { payload: { daysLeft } }) =>
  letters.paymentDue({ ...facts, daysLeft: typeof daysLeft === 'number' ? daysLeft : 0 }),
)

/** The receiver looks whether it came; nothing once somebody has. */
export const transferSubmitted: NoticeWriter = async ({ db }, { subjectId }) => {
  const { payment, due, contract } = await paymentOf(db, subjectId)
  if (payment.state !== 'submitted') return []
  return [
    await tell(db, contract, 'receiver', (letters, locale, names) =>
      letters.transferSubmitted({
        ...names,
        line: due.title,
        amount: yuan(payment.amountFen, locale),
        paidOn: payment.paidOn ?? '',
      }),
    ),
  ]
}

/** Everybody in the receiver's finance but the one who has confirmed it. */
export const secondAwaited: NoticeWriter = async ({ db }, { subjectId }) => {
  const { payment, due, contract } = await paymentOf(db, subjectId)
  const { state, firstConfirmedBy, firstConfirmedFen } = payment
  if (state !== 'awaiting_second' || firstConfirmedFen === null) return []
  const write: Write = (letters, locale, names) =>
    letters.secondAwaited({ ...names, line: due.title, amount: yuan(firstConfirmedFen, locale) })
  return [await tell(db, contract, 'receiver', write, firstConfirmedBy)]
}

/** The payer hears that it arrived; of money by Stripe the receiver does too, as nobody there confirmed it. */
export const paymentConfirmed: NoticeWriter = async ({ db }, { subjectId }) => {
  const { payment, due, contract } = await paymentOf(db, subjectId)
  const { receivedFen, paidOn, channel } = payment
  if (receivedFen === null) return []
  const write =
    (received: boolean): Write =>
    (letters, locale, names) =>
      letters.paymentConfirmed({
        ...names,
        line: due.title,
        amount: yuan(receivedFen, locale),
        paidOn: paidOn ?? '',
        received,
      })
  const toPayer = await tell(db, contract, 'payer', write(false))
  return channel === 'stripe' ? [toPayer, await tell(db, contract, 'receiver', write(true))] : [toPayer]
}

export const transferRejected: NoticeWriter = async ({ db }, { subjectId }) => {
  const { payment, due, contract } = await paymentOf(db, subjectId)
  const { rejectedReason, amountFen } = payment
  if (rejectedReason === null) return []
  return [
    await tell(db, contract, 'payer', (letters, locale, names) =>
      letters.transferRejected({
        ...names,
        line: due.title,
        amount: yuan(amountFen, locale),
        reason: rejectedReason,
      }),
    ),
  ]
}

const refundOf = async (db: Database, { refundId }: Record<string, unknown>) => {
  if (typeof refundId !== 'string') throw new Error('The event names no refund.')
  const [refund] = await db.select().from(paymentRefunds).where(eq(paymentRefunds.id, refundId))
  if (!refund) throw new Error(`Refund ${refundId} does not exist.`)
  return refund
}

/** A transfer back is on its way: the payer says whether it came. */
export const refundSent: NoticeWriter = async ({ db }, { subjectId, payload }) => {
  const { contract } = await paymentOf(db, subjectId)
  const { state, amountFen, reason } = await refundOf(db, payload)
  if (state !== 'pending') return []
  return [
    await tell(db, contract, 'payer', (letters, locale, names) =>
      letters.refundSent({ ...names, amount: yuan(amountFen, locale), reason }),
    ),
  ]
}

/** A refund by Stripe has no other news for the payer; one by bank the payer has confirmed, which the receiver hears. */
export const paymentRefunded: NoticeWriter = async ({ db }, { subjectId, payload }) => {
  const { payment, contract } = await paymentOf(db, subjectId)
  const { state, amountFen, reason } = await refundOf(db, payload)
  if (state !== 'succeeded') return []
  const side = payment.channel === 'stripe' ? 'payer' : 'receiver'
  return [
    await tell(db, contract, side, (letters, locale, names) =>
      letters.paymentRefunded({ ...names, amount: yuan(amountFen, locale), reason }),
    ),
  ]
}

export const refundFailed: NoticeWriter = async ({ db }, { subjectId, payload }) => {
  const { contract } = await paymentOf(db, subjectId)
  const { state, amountFen } = await refundOf(db, payload)
  if (state !== 'failed') return []
  return [
    await tell(db, contract, 'receiver', (letters, locale, names) =>
      letters.refundFailed({ ...names, amount: yuan(amountFen, locale) }),
    ),
  ]
}

export const royaltyReported: NoticeWriter = async ({ db }, { subjectId }) => {
  const { due, contract } = await dueOf(db, subjectId)
  const { periodFrom, periodTo, salesFen } = due
  if (periodFrom === null || periodTo === null || salesFen === null) return []
  return [
    await tell(db, contract, 'receiver', (letters, locale, names) =>
      letters.royaltyReported({
        ...names,
        periodFrom,
        periodTo,
        sales: yuan(salesFen, locale),
        amount: yuan(due.amountFen, locale),
      }),
    ),
  ]
}

/** The market's own people look at what the nightly comparison could not mend. */
export const differencesFound: NoticeWriter = async ({ db }, { payload: { open } }) => {
  const offices = await db
    .select({ id: organizations.id })
    .from(organizations)
    .where(and(eq(organizations.kind, 'operator'), eq(organizations.state, 'verified')))
  const people = await Promise.all(offices.map(({ id }) => membersOf(db, id, ['registrar'])))
  return [
    {
      to: people.flat(),
      path: '/workspace/payments/reconciliations',
      write: (letters) => letters.differencesFound({ open: typeof open === 'number' ? open : 0 }),
    },
  ]
}
