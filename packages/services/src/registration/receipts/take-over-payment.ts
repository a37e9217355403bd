import type { Transaction, WorkContext } from '@market/database'
import { receipts, registrations } from '@market/database/schema'
import { type CalendarDate, type Fen, sumFen } from '@market/domain'
import { technologyShare } from '@market/domain/payments'
import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import { alreadyDone, unlessDone } from '../../index.ts'
import { lockRegistration, type RegistrationRecord } from '../records.ts'
import type { ReceiptRecord } from './records.ts'

/** A confirmed payment under a contract, as it stands now. */
export interface ConfirmedPayment {
  contractId: string
  paymentId: string
  receivedOn: CalendarDate
  /** Less what went back. */
  amountFen: Fen
  note: string
  fileId: string | null
  organizationId: string
  /** Who found the money, or set it on its way. */
  recordedBy: string
}

const findLive = async ({ db }: WorkContext, contractId: string): Promise<string | null> => {
  const [row] = await db
    .select({ id: registrations.id })
    .from(registrations)
    .where(
      and(
        eq(registrations.contractId, contractId),
        isNotNull(registrations.number),
        inArray(registrations.status, ['valid', 'changed']),
      ),
    )
  return row?.id ?? null
}

/** The receipts under a registration that no other has taken the place of. */
const standingUnder = async (tx: Transaction, registrationId: string): Promise<ReceiptRecord[]> => {
  const rows = await tx.select().from(receipts).where(eq(receipts.registrationId, registrationId))
  const corrected = new Set(rows.map(({ correctsId }) => correctsId))
  return rows.filter(({ id }) => !corrected.has(id))
}

const declaredOf = (
  { amountFen }: ConfirmedPayment,
  { contractAmountFen, technologyAmountFen }: RegistrationRecord,
  others: readonly ReceiptRecord[],
): Fen => {
  const receivedBeforeFen = sumFen(others.map((receipt) => receipt.amountFen))
  return technologyShare(amountFen, { contractAmountFen, technologyAmountFen, receivedBeforeFen })
}

const write = (context: WorkContext, registrationId: string, payment: ConfirmedPayment): Promise<boolean> =>
  unlessDone(
    context,
    async ({ tx, now, audit, emit }) => {
      const registration = await lockRegistration(tx, registrationId)
      const { status, agencyId } = registration
      if (status !== 'valid' && status !== 'changed') throw alreadyDone()
      const standing = await standingUnder(tx, registrationId)
      const before = standing.find(({ paymentId }) => paymentId === payment.paymentId)
      const { contractId: _, ...facts } = payment
      const { amountFen } = facts
      if (before?.amountFen === amountFen || (before === undefined && amountFen === 0)) {
        throw alreadyDone()
      }
      const others = standing.filter(({ id }) => id !== before?.id)
      const [receipt] = await tx
        .insert(receipts)
        .values({
          ...facts,
          id: context.ids.next(),
          registrationId,
          declaredTechnologyFen: declaredOf(payment, registration, others),
          correctsId: before?.id ?? null,
          recordedAt: now,
        })
        .returning()
      if (!receipt) throw new Error('The receipt was not stored.')
      const trail = { subjectType: 'receipt', subjectId: receipt.id, organizationId: agencyId }
      audit({ ...trail, action: 'receipt.take_over', before: before ?? null, after: receipt })
      const type = before ? 'receipt.corrected' : 'receipt.recorded'
      emit({ type, subjectId: receipt.id, payload: { registrationId } })
    },
    ['receipts_one_per_payment', 'receipts_corrected_once'],
  )

/**
 * Enters a confirmed payment among the receipts of its contract's registration, its technical part in the proportion of
 * the contract; where part of it went back since, a new receipt takes the old one's place. False where there is nothing
 * to enter. May be repeated.
 */
export const takeOverPayment = async (context: WorkContext, payment: ConfirmedPayment): Promise<boolean> => {
  const registrationId = await findLive(context, payment.contractId)
  if (registrationId === null) return false
  return write(context, registrationId, payment)
}
