import { inUnitOfWork, refusingOn } from '@market/database'
import { receipts } from '@market/database/schema'
import { refuse } from '@market/domain'
import { authorize } from '@market/domain/policy'
import { requireMember, type ServiceContext } from '../../index.ts'
import { lockRegistration } from '../records.ts'
import {
  lockReceipt,
  type ReceiptInput,
  type ReceiptRecord,
  relationsToReceipt,
  requireLive,
  requireSound,
  requireStanding,
} from './records.ts'

export interface RecordReceiptInput extends ReceiptInput {
  registrationId: string
}

export interface CorrectReceiptInput extends ReceiptInput {
  receiptId: string
}

/**
 * Notes money received under a registered contract, by its seller or agency. Refuses with `receipt.invalid` or
 * `receipt.registration_not_live`.
 */
export const recordReceipt = async (
  context: ServiceContext,
  { registrationId, ...input }: RecordReceiptInput,
): Promise<ReceiptRecord> => {
  const actor = requireMember(context)
  return inUnitOfWork(context, async ({ tx, now, audit, emit }) => {
    const registration = await lockRegistration(tx, registrationId)
    authorize(actor, 'receipt.record', relationsToReceipt(actor, registration, null))
    requireLive(registration)
    await requireSound(tx, actor, registration, input, { corrects: false, now })
    const { userId: recordedBy, organizationId } = actor
    const values = { ...input, id: context.ids.next(), registrationId, organizationId, recordedBy }
    const [receipt] = await tx
      .insert(receipts)
      .values({ ...values, recordedAt: now })
      .returning()
    if (!receipt) throw new Error('The receipt was not stored.')
    const trail = { subjectType: 'receipt', subjectId: receipt.id, organizationId: registration.agencyId }
    audit({ ...trail, action: 'receipt.record', after: receipt })
    emit({ type: 'receipt.recorded', subjectId: receipt.id, payload: { registrationId } })
    return receipt
  })
}

/**
 * Puts a new receipt in the place of a wrong one, which stays readable and counts no more; what was verified of it has
 * to be verified anew. Refuses with `receipt.corrected`, `receipt.invalid` or `receipt.registration_not_live`.
 */
export const correctReceipt = async (
  context: ServiceContext,
  { receiptId, ...input }: CorrectReceiptInput,
): Promise<ReceiptRecord> => {
  const actor = requireMember(context)
  const corrected = () => refuse('conflict', 'receipt.corrected')
  return refusingOn({ receipts_corrected_once: corrected }, () =>
    inUnitOfWork(context, async ({ tx, now, audit, emit }) => {
      const { receipt: before, registration } = await lockReceipt(tx, receiptId)
      authorize(actor, 'receipt.correct', relationsToReceipt(actor, registration, null))
      requireLive(registration)
      await requireStanding(tx, receiptId)
      await requireSound(tx, actor, registration, input, { corrects: true, now })
      const { userId: recordedBy, organizationId } = actor
      const { registrationId } = before
      const values = { ...input, id: context.ids.next(), registrationId, organizationId, recordedBy }
      const [receipt] = await tx
        .insert(receipts)
        .values({ ...values, correctsId: receiptId, recordedAt: now })
        .returning()
      if (!receipt) throw new Error('The receipt was not stored.')
      const trail = { subjectType: 'receipt', subjectId: receipt.id, organizationId: registration.agencyId }
      audit({ ...trail, action: 'receipt.correct', before, after: receipt })
      emit({ type: 'receipt.corrected', subjectId: receipt.id, payload: { registrationId } })
      return receipt
    }),
  )
}
