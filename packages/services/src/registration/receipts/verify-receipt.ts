import { inUnitOfWork, refusingOn } from '@market/database'
import { receiptVerifications } from '@market/database/schema'
import { refuse, refuseFields } from '@market/domain'
import { authorize } from '@market/domain/policy'
import { requireOtherPerson } from '@market/domain/registration'
import { requireMember, type ServiceContext } from '../../index.ts'
import {
  lockReceipt,
  type ReceiptRecord,
  type ReceiptVerificationRecord,
  relationsToReceipt,
  requireLive,
  requireStanding,
} from './records.ts'

export interface VerifyReceiptInput {
  receiptId: string
  verifiedTechnologyFen: number
  /** Needed where it is not what was declared. */
  reason: string
}

const requireReasoned = ({ amountFen, declaredTechnologyFen }: ReceiptRecord, input: VerifyReceiptInput) => {
  const path = 'verifiedTechnologyFen'
  if (input.verifiedTechnologyFen > amountFen) {
    throw refuseFields('receipt.invalid', [{ path, code: 'receipt.technology_over_amount' }])
  }
  if (input.verifiedTechnologyFen !== declaredTechnologyFen && input.reason.trim() === '') {
    throw refuseFields('receipt.reason_required', [{ path: 'reason', code: 'field.required' }])
  }
}

/** Two verifications cannot both take the last fen: the database adds them up with the registration held. */
const refusals = {
  receipt_verifications_pkey: () => refuse('conflict', 'receipt.already_verified'),
  receipts_within_technology_amount: () => refuse('conflict', 'receipt.over_technology_amount'),
}

/**
 * Finds how much of a receipt is technical income (核定技术性收入); whoever recorded it does not. Refuses with
 * `receipt.over_technology_amount` what exceeds the technology amount of the current version in sum, with
 * `receipt.reason_required`, `receipt.already_verified`, `receipt.corrected` or `receipt.registration_not_live`.
 */
export const verifyReceipt = async (
  context: ServiceContext,
  input: VerifyReceiptInput,
): Promise<ReceiptVerificationRecord> => {
  const actor = requireMember(context)
  const { receiptId, verifiedTechnologyFen, reason } = input
  return refusingOn(refusals, () =>
    inUnitOfWork(context, async ({ tx, now, audit, emit }) => {
      const { receipt, registration } = await lockReceipt(tx, receiptId)
      authorize(actor, 'receipt.verify', relationsToReceipt(actor, registration, receipt.recordedBy))
      requireOtherPerson(actor.userId, receipt.recordedBy)
      requireLive(registration)
      await requireStanding(tx, receiptId)
      requireReasoned(receipt, input)
      const [verification] = await tx
        .insert(receiptVerifications)
        .values({ receiptId, verifiedTechnologyFen, reason, verifiedBy: actor.userId, verifiedAt: now })
        .returning()
      if (!verification) throw new Error('The verification was not stored.')
      const { registrationId } = receipt
      const trail = { subjectType: 'receipt', subjectId: receiptId, organizationId: registration.agencyId }
      audit({ ...trail, action: 'receipt.verify', after: verification })
      emit({ type: 'receipt.verified', subjectId: receiptId, payload: { registrationId } })
      return verification
    }),
  )
}
